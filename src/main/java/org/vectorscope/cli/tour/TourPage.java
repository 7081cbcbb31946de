package org.vectorscope.cli.tour;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vectorscope.figure.Figure;
import org.vectorscope.study.ArmEffects;

/** One page that shows what the tour made; everything it needs lies beside it. */
final class TourPage {
    private static final String STYLE =
            """
            body { font: 15px/1.5 system-ui, sans-serif; max-width: 1100px; margin: 32px auto; padding: 0 16px; color: #24292f; }
            img { max-width: 100%; border: 1px solid #d0d7de; border-radius: 6px; }
            .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; }
            figure { margin: 24px 0; } figcaption { color: #57606a; }
            table { border-collapse: collapse; } td, th { padding: 4px 12px; border-bottom: 1px solid #d0d7de; text-align: right; }
            td:first-child, th:first-child { text-align: left; }
            """;

    private TourPage() {}

    /** @param screens names without the theme's ending, in order */
    static String html(String model, String facts, Walk walk, List<String> screens, List<Figure> figures) {
        String shown = screens.stream().map(TourPage::screen).collect(Collectors.joining("\n"));
        String drawn = figures.stream().map(TourPage::figure).collect(Collectors.joining("\n"));
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>Vectorscope tour</title><style>%s</style></head><body>
                <h1>Vectorscope tour</h1>
                <p>%s</p>
                <p>%s</p>
                <h2>Effects on held-out prompts</h2>
                %s
                <h2>Screens</h2>
                %s
                <h2>Figures</h2>
                %s
                <p>All numbers: <a href="report.json">report.json</a></p>
                </body></html>
                """
                .formatted(STYLE, escaped(model), escaped(facts), effects(walk.effects()), shown, drawn);
    }

    private static String effects(List<ArmEffects.ArmEffect> effects) {
        String rows = effects.stream()
                .map(e -> String.format(
                        Locale.ROOT,
                        "<tr><td>%s</td><td>%.2f</td><td>%s [%s, %s]</td><td>%s [%s, %s]</td><td>%d</td><td>%d</td></tr>",
                        escaped(e.arm()),
                        e.mean(),
                        number(e.d()),
                        number(e.low()),
                        number(e.high()),
                        number(e.logOdds().d()),
                        number(e.logOdds().low()),
                        number(e.logOdds().high()),
                        e.n(),
                        e.prompts()))
                .collect(Collectors.joining("\n"));
        String none = effects.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "<p>Mean score without steering: %.2f.</p>",
                        effects.getFirst().meanNone());
        return none
                + "<table><tr><th>arm</th><th>mean score</th><th>d against none, 95 % interval over redrawn prompts</th>"
                + "<th>the same on log odds</th><th>texts</th><th>prompts</th></tr>" + rows + "</table>";
    }

    private static String number(@Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.2f", value);
    }

    private static String screen(String name) {
        return "<figure><div class=\"pair\"><img src=\"screens/%s-light.png\" alt=\"\"><img src=\"screens/%s-dark.png\" alt=\"\"></div><figcaption>%s</figcaption></figure>"
                .formatted(name, name, escaped(name.substring(3)));
    }

    private static String figure(Figure figure) {
        String name = escaped(figure.name());
        return "<figure><img src=\"figures/%s.svg\" alt=\"%s\"><figcaption>%s (<a href=\"figures/%s.pdf\">PDF</a>, <a href=\"figures/%s.png\">PNG</a>, <a href=\"figures/%s.csv\">CSV</a>)</figcaption></figure>"
                .formatted(name, escaped(figure.title()), escaped(figure.caption()), name, name, name);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
