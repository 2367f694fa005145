import Bytes
import Markup

/// The script that keeps an open page fresh.
///
/// The server adds it to the pages it shows; it is in no file of the output.
enum LiveScript {
    /// The element that loads it, and tells it which page it is on.
    static func tag(base: String, page: String, version: String) -> [UInt8] {
        var tag = OutputBuffer()
        tag.append("<script src=\"")
        tag.append(url: base + PreviewRouter.scriptPath)
        tag.append("\" data-events=\"")
        tag.append(url: base + PreviewRouter.eventsPath)
        tag.append("\" data-page=\"")
        tag.append(page, escapedFor: .attribute)
        tag.append("\" data-version=\"")
        tag.append(version, escapedFor: .attribute)
        tag.append("\"></script>\n")
        return [UInt8](tag)
    }

    static let source = #"""
        (() => {
          "use strict";
          const own = document.currentScript.dataset;
          const place = "imprint-scroll:" + location.pathname;
          const saved = sessionStorage.getItem(place);
          if (saved !== null) {
            sessionStorage.removeItem(place);
            const restore = () => scrollTo({ top: Number(saved), behavior: "instant" });
            restore();
            addEventListener("load", restore);
          }

          let source;
          function connect() {
            const query = new URLSearchParams({ page: own.page, version: own.version });
            source = new EventSource(own.events + "?" + query);
            source.addEventListener("reload", () => {
              sessionStorage.setItem(place, String(scrollY));
              location.reload();
            });
            source.addEventListener("style", (event) => {
              const { version, urls } = JSON.parse(event.data);
              own.version = version;
              for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
                const next = urls[link.getAttribute("href")];
                if (!next) continue;
                const fresh = link.cloneNode();
                fresh.href = next;
                fresh.addEventListener("load", () => link.remove());
                link.after(fresh);
              }
            });
            source.addEventListener("problems", (event) => show(JSON.parse(event.data)));
            source.addEventListener("error", () => {
              // A server that was started anew asks for a new stream, with the version of now.
              source.close();
              setTimeout(connect, 500);
            });
          }
          connect();
          addEventListener("pagehide", () => source.close());
          addEventListener("pageshow", (event) => { if (event.persisted) connect(); });

          // The policy of the site stops a style element, and not a sheet that a script makes.
          const style = new CSSStyleSheet();
          style.replaceSync(`
            :host { all: initial; }
            section { position: fixed; inset: auto 0 0 0; max-height: 60vh; overflow: auto;
              z-index: 2147483647; background: #1b1b1f; color: #f4f4f5; padding: 1rem 1.25rem;
              border-top: 4px solid #e5484d; font: 14px/1.5 system-ui, sans-serif; }
            h2 { font-size: 1rem; margin: 0 2rem .5rem 0; }
            button { position: absolute; top: .75rem; right: 1rem; font: inherit; color: inherit;
              background: none; border: 1px solid #777; border-radius: 4px; cursor: pointer; }
            article { margin: 0 0 .75rem; }
            p { margin: 0; }
            .where { color: #9ecbff; font-family: ui-monospace, monospace; }
            pre { margin: .25rem 0 0; color: #d4d4d8; font: 13px/1.4 ui-monospace, monospace;
              overflow-x: auto; }
          `);
          let host;
          function show(problems) {
            host?.remove();
            host = undefined;
            if (problems.length === 0) return;
            host = document.createElement("imprint-problems");
            const root = host.attachShadow({ mode: "open" });
            const add = (parent, name, text, role) => {
              const element = document.createElement(name);
              if (text !== undefined) element.textContent = text;
              if (role) element.className = role;
              parent.append(element);
              return element;
            };
            root.adoptedStyleSheets = [style];
            const section = add(root, "section");
            section.setAttribute("role", "alert");
            add(section, "h2", problems.length === 1 ? "1 error" : problems.length + " errors");
            add(section, "button", "Hide").addEventListener("click", () => host?.remove());
            for (const problem of problems) {
              const article = add(section, "article");
              const line = problem.line ? ":" + problem.line + ":" + problem.column : "";
              if (problem.path) add(article, "p", problem.path + line, "where");
              add(article, "p", problem.message);
              if (problem.excerpt) add(article, "pre", problem.excerpt);
            }
            document.documentElement.append(host);
          }
        })();

        """#
}
