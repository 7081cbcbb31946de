package org.vectorscope.checkpoint.template;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.vectorscope.checkpoint.container.Damage;

/** A real chat template that was damaged renders or is refused. */
class TemplateDamageTest {
    private static final List<String> PIECES = List.of(
            "{% for a in messages %}",
            "{% endfor %}",
            "{% if true %}",
            "{% endif %}",
            "{%- else -%}",
            "{{ ",
            " }}",
            "{# ",
            "range(99999999)",
            "* 100000",
            " ** 99",
            "[::-1]",
            "[-1]",
            "['content']",
            "|join|length",
            "|tojson",
            "|int",
            "namespace(x=[])",
            "{% set ns.x = ns.x ~ ns.x %}",
            "{% macro m(a) %}",
            "{% endmacro %}",
            "-9223372036854775808",
            "1e308",
            "''",
            "none",
            "\\uD800",
            "\0");

    private final List<String> templates = new ArrayList<>();

    TemplateDamageTest() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(TemplateDamageTest.class.getResource("chatml.jinja"))
                        .toURI())
                .getParent();
        try (Stream<Path> listed = Files.list(folder)) {
            for (Path file : listed.filter(path -> path.toString().endsWith(".jinja"))
                    .sorted()
                    .toList()) {
                templates.add(Files.readString(file));
            }
        }
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void damagedTemplate(@ForAll long seed) throws IOException {
        use(seed);
    }

    @Tag("slow")
    @Property(tries = 100_000, seed = "856504543722154897", shrinking = ShrinkingMode.OFF)
    void damagedTemplateAtLength(@ForAll long seed) throws IOException {
        use(seed);
    }

    private void use(long seed) throws IOException {
        String damaged = damaged(new Random(seed), seed);
        Damage.readOrRefused(damaged.length(), () -> ChatTemplateFixtures.snippet(damaged)
                .render(ChatTemplateFixtures.conversation((int) Math.floorMod(seed, 7L)), true));
    }

    private String damaged(Random random, long seed) {
        String template = templates.get(random.nextInt(templates.size()));
        if (random.nextInt(4) == 0) {
            return new String(Damage.damaged(template.getBytes(StandardCharsets.UTF_8), seed), StandardCharsets.UTF_8);
        }
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            int from = random.nextInt(template.length() + 1);
            int to = Math.min(template.length(), from + random.nextInt(30));
            String other = templates.get(random.nextInt(templates.size()));
            int begin = random.nextInt(other.length());
            String middle = random.nextBoolean()
                    ? PIECES.get(random.nextInt(PIECES.size()))
                    : other.substring(begin, Math.min(other.length(), begin + random.nextInt(60)));
            template = template.substring(0, from) + middle + template.substring(to);
        }
        return template;
    }
}
