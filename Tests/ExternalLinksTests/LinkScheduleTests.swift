import Testing

@testable import ExternalLinks

/// Hosts are asked a few at a time, one by one, with a pause.
@Suite struct LinkScheduleTests {
    @Test func asksEachHostOneAtATime() throws {
        var schedule = LinkSchedule(
            ["https://a.org/1", "https://a.org/2", "https://b.org/"], limit: 8, pause: 500)
        let asked = schedule.next(at: 0)
        let first = try #require(asked)
        #expect(first.url == "https://a.org/1")
        #expect(schedule.next(at: 0)?.url == "https://b.org/")
        #expect(schedule.next(at: 0) == nil)
        #expect(schedule.wait(at: 0) == nil)
        _ = schedule.finish(first, at: 100, again: false, restAfter: false)
        #expect(schedule.next(at: 599) == nil)
        #expect(schedule.wait(at: 599) == 1)
        #expect(schedule.next(at: 600)?.url == "https://a.org/2")
    }

    @Test func keepsToItsLimit() {
        var schedule = LinkSchedule(
            (0..<10).map { "https://h\($0).org/" }, limit: 3, pause: 0)
        #expect((0..<10).compactMap { _ in schedule.next(at: 0) }.count == 3)
    }

    @Test func asksForTheWholeWhenTheHeadIsRefused() throws {
        var schedule = LinkSchedule(["https://a.org/1"], limit: 1, pause: 10)
        let asked = schedule.next(at: 0)
        let head = try #require(asked)
        _ = schedule.finish(head, at: 0, again: true, restAfter: false)
        #expect(schedule.next(at: 10) == LinkSchedule.Request(url: head.url, isWhole: true))
    }

    @Test func leavesAHostAloneThatAsksForIt() throws {
        var schedule = LinkSchedule(["https://a.org/1", "https://A.org/2"], limit: 1, pause: 10)
        let asked = schedule.next(at: 0)
        let first = try #require(asked)
        #expect(
            schedule.finish(first, at: 0, again: false, restAfter: true) == ["https://A.org/2"])
        #expect(schedule.next(at: 100) == nil)
        #expect(schedule.wait(at: 100) == nil)
    }
}
