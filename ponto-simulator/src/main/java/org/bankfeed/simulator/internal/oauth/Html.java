package org.bankfeed.simulator.internal.oauth;

import org.bankfeed.simulator.internal.web.Answer;

/** The few pages' common frame. Whatever comes from outside goes through {@link #escape}. */
public final class Html {

    public static final String STYLE = """
            :root { color-scheme: light dark; font: 100%/1.5 system-ui, sans-serif }
            body { margin: 0; background: Canvas; color: CanvasText }
            main { box-sizing: border-box; max-width: 34rem; margin: 8vh auto; padding: 1.5rem 2rem; border: 1px solid GrayText; border-radius: .75rem }
            h1 { font-size: 1.4rem; margin: 0 0 .5rem }
            fieldset { border: 0; padding: 0; margin: 1.5rem 0 }
            legend { font-weight: 600; margin-bottom: .5rem }
            label { display: flex; gap: .75rem; padding: .6rem 0; border-top: 1px solid color-mix(in srgb, GrayText 35%, transparent) }
            label span { display: block; font-size: .85rem; opacity: .75; font-variant-numeric: tabular-nums }
            .buttons { display: flex; gap: .75rem; flex-wrap: wrap }
            button { font: inherit; padding: .55rem 1.25rem; border-radius: .5rem; border: 1px solid #1f5fbf; background: transparent; color: inherit; cursor: pointer }
            button[value=accept] { background: #1f5fbf; color: #fff }
            button:focus-visible, input:focus-visible { outline: 3px solid #f5a623; outline-offset: 2px }
            main:has(.panel) { max-width: 76rem; margin: 2vh auto }
            .panel { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); gap: 1.25rem }
            .panel section { border: 1px solid color-mix(in srgb, GrayText 45%, transparent); border-radius: .5rem; padding: .75rem 1rem; min-width: 0 }
            .panel h2 { font-size: 1.05rem; margin: 0 0 .5rem }
            .panel h3 { font-size: .95rem; margin: 1rem 0 .25rem }
            .panel form { margin: .35rem 0; display: flex; flex-wrap: wrap; gap: .5rem; align-items: center }
            .panel label { display: inline; padding: 0; border: 0 }
            .panel button { padding: .35rem .8rem; text-align: left }
            .panel input, .panel select { font: inherit; padding: .35rem .5rem; min-width: 0; max-width: 100%; box-sizing: border-box }
            .panel p, .panel li { margin: .25rem 0; overflow-wrap: anywhere }
            .panel ul { padding-left: 1.2rem; margin: .25rem 0 }
            .said { border-left: 4px solid #1f5fbf; padding: .25rem .75rem }
            footer { margin-top: 1.5rem; font-size: .8rem; opacity: .7 }
            """;

    private Html() {}

    public static Answer page(int status, String title, String body) {
        return secured(
                Answer.text(status, "text/html; charset=utf-8", """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="stylesheet" href="/style.css">
                </head>
                <body>
                <main>
                <h1>%s</h1>
                %s
                <footer>Ponto simulator: no real bank stands behind this page.</footer>
                </main>
                </body>
                </html>
                """.formatted(escape(title), escape(title), body)));
    }

    public static Answer error(int status, String sentence) {
        return page(status, "This does not work", "<p>" + escape(sentence) + "</p>");
    }

    public static Answer secured(Answer answer) {
        return answer.with("Cache-Control", "no-store")
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'")
                .with("Referrer-Policy", "no-referrer")
                .with("X-Content-Type-Options", "nosniff");
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
