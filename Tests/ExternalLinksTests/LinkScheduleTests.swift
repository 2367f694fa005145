import Testing

@testable import ExternalLinks

/// Hosts are asked a few at a time, one by one, with a pause.
@Suite struct LinkScheduleTests {
    @Test func asksEachHostOneAtATime() {
        var schedule = LinkSchedule(
            ["https://a.org/1", "https://a.org/2", "https://b.org/"], limit: 8, pause: 500)
        let first = schedule.next(at: 0)
        #expect(first?.url == "https://a.org/1")
        #expect(schedule.next(at: 0)?.url == "https://b.org/")
        #expect(schedule.next(at: 0) == nil)
        #expect(schedule.wait(at: 0) == nil)
        guard let first else { return }
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

    @Test func asksForTheWholeWhenTheHeadIsRefused() {
        var schedule = LinkSchedule(["https://a.org/1"], limit: 1, pause: 10)
        guard let head = schedule.next(at: 0) else { return }
        _ = schedule.finish(head, at: 0, again: true, restAfter: false)
        #expect(schedule.next(at: 10) == LinkSchedule.Request(url: head.url, isWhole: true))
    }

    @Test func leavesAHostAloneThatAsksForIt() {
        var schedule = LinkSchedule(["https://a.org/1", "https://A.org/2"], limit: 1, pause: 10)
        guard let first = schedule.next(at: 0) else { return }
        #expect(
            schedule.finish(first, at: 0, again: false, restAfter: true) == ["https://A.org/2"])
        #expect(schedule.next(at: 100) == nil)
        #expect(schedule.wait(at: 100) == nil)
    }
}
