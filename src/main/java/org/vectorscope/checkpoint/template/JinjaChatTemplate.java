package org.vectorscope.checkpoint.template;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vectorscope.checkpoint.ChatTemplate;
import org.vectorscope.checkpoint.Message;
import org.vectorscope.checkpoint.template.Value.Sequence;
import org.vectorscope.checkpoint.template.Value.Table;
import org.vectorscope.checkpoint.template.Value.Text;
import org.vectorscope.file.BadInput;

/** A template that has been parsed, with the variables transformers gives it. */
final class JinjaChatTemplate implements ChatTemplate {
    private static final int LONGEST_MESSAGE = 300;

    private final String sourceName;
    private final String source;
    private final String bosToken;
    private final String eosToken;
    private final InstantSource clock;
    private final List<Statement> statements;

    JinjaChatTemplate(String sourceName, String source, String bosToken, String eosToken, InstantSource clock) {
        this.sourceName = sourceName;
        this.source = source;
        this.bosToken = bosToken;
        this.eosToken = eosToken;
        this.clock = clock;
        try {
            this.statements = Parser.parse(source);
        } catch (TemplateFault e) {
            throw fault(e, e.line());
        }
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public String render(List<Message> messages, boolean addGenerationPrompt) {
        Map<String, Value> variables = new LinkedHashMap<>();
        variables.put("messages", messages(messages));
        variables.put("tools", Value.NONE);
        variables.put("documents", Value.NONE);
        variables.put("add_generation_prompt", Value.of(addGenerationPrompt));
        variables.put("bos_token", new Text(bosToken));
        variables.put("eos_token", new Text(eosToken));
        return render(variables);
    }

    String render(Map<String, Value> variables) {
        Budget budget = new Budget();
        try {
            Map<String, Value> names = new Globals(budget, clock).functions();
            names.putAll(variables);
            Executor executor = new Executor(budget, new Evaluator(budget));
            return executor.output(statements, Scope.of(names));
        } catch (Refusal e) {
            throw new BadInput(sourceName, "the chat template refuses these messages: " + oneLine(e.what()));
        } catch (TemplateFault e) {
            throw fault(e, budget.line());
        }
    }

    private BadInput fault(TemplateFault fault, int line) {
        return new BadInput(sourceName, "line " + line + " of the chat template: " + oneLine(fault.what()));
    }

    /** A fault is one line for people, whatever the template has put into it. */
    private static String oneLine(String message) {
        String line = message.strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + "…" : line;
    }

    private static Value messages(List<Message> messages) {
        List<Value> values = new ArrayList<>(messages.size());
        for (Message message : messages) {
            Map<Value, Value> entries = new LinkedHashMap<>();
            entries.put(new Text("role"), new Text(message.role()));
            entries.put(new Text("content"), new Text(message.content()));
            values.add(new Table(entries));
        }
        return new Sequence(values);
    }
}
