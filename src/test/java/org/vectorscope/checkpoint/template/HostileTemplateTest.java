package org.vectorscope.checkpoint.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vectorscope.checkpoint.Message;
import org.vectorscope.file.BadInput;

class HostileTemplateTest {
    private static final List<Message> HELLO = List.of(new Message("user", "hello"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
                "{% set ns = namespace(x='ab') %}{% for a in range(99999) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}",
                "{% set ns = namespace(x=[1]) %}{% for a in range(99999) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
                "{% set ns = namespace(x=[1]) %}{% for a in range(90) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x }}",
                "{% set ns = namespace(x=[1]) %}{% for a in range(90) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x | tojson }}",
                "{% set ns = namespace(x=[1], y=[1]) %}{% for a in range(90) %}{% set ns.x = [ns.x, ns.x] %}"
                        + "{% set ns.y = [ns.y, ns.y] %}{% endfor %}{{ ns.x == ns.y }}",
                "{% for a in range(99999) %}{{ 'x' * 100000 }}{% endfor %}",
                "{% for a in range(99999) %}{{ ('x' * 100000).replace('x', 'yyyy') }}{% endfor %}"
            })
    void whatDoesNotEndIsStopped(String template) {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThatThrownBy(() -> render(template))
                .isInstanceOf(BadInput.class)
                .message()
                .containsAnyOf("does not end within", "writes more than", "too long"));
    }

    @Test
    void endlessRecursionIsStopped() {
        assertThatThrownBy(() -> render("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("levels deep");
    }

    @Test
    void deepNestingIsRefusedBeforeItExhaustsTheStack() {
        for (String open : List.of("(", "[", "{1:", "-", "not ", "{% if a %}", "x[")) {
            String template = open.startsWith("{%") ? open.repeat(9999) : "{{ " + open.repeat(9999) + "1 }}";
            assertThatThrownBy(() -> render(template)).as(open).isInstanceOf(BadInput.class);
        }
        String sum = "{{ 1" + " + 1".repeat(9999) + " }}";
        assertThatThrownBy(() -> render(sum)).hasMessageContaining("levels deep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ ''.__class__ }}",
                "{{ messages.__class__.__mro__ }}",
                "{{ messages['__class__'] }}",
                "{{ ''|attr('__class__') }}",
                "{{ messages | map(attribute='__class__') | list }}",
                "{{ raise_exception.__globals__ }}",
                "{% set ns = namespace() %}{% set ns.__class__ = 1 %}",
                "{{ ''.mro() }}",
                "{{ ''.getClass() }}",
                "{{ messages.append(1) }}"
            })
    void waysOutOfTheSandboxAreRefused(String template) {
        assertThatThrownBy(() -> render(template)).isInstanceOf(BadInput.class);
    }

    @Test
    void textOfAMessageIsNeverRun() {
        String sly = "{{ 7 * 7 }}{% for m in messages %}{{ raise_exception('x') }}{% endfor %}{# gone? #}";
        assertThat(ChatTemplates.of("t", "{{ messages[0].content }}", "", "")
                        .render(List.of(new Message("user", sly)), false))
                .isEqualTo(sly);
    }

    @Test
    void aSyntaxErrorNamesItsLine() {
        assertThatThrownBy(() -> render("one\ntwo\n{% if x %}\n{{ 1 + }}\n{% endif %}"))
                .hasMessage("t.jinja: line 4 of the chat template: unexpected '}}'");
    }

    @Test
    void aFaultWhileRenderingNamesItsLine() {
        assertThatThrownBy(() -> render("one\n{% for m in messages %}\n{{ m.role }}\n{{ 1 + m.role }}{% endfor %}"))
                .hasMessage("t.jinja: line 4 of the chat template: '+' cannot combine a whole number and text");
    }

    @Test
    void theTemplatesOwnRefusalIsToldInItsWords() {
        assertThatThrownBy(() -> render("{{ raise_exception('Roles must alternate') }}"))
                .hasMessage("t.jinja: the chat template refuses these messages: Roles must alternate");
    }

    private static String render(String template) {
        return ChatTemplates.of("t.jinja", template, "<s>", "</s>").render(HELLO, true);
    }
}
