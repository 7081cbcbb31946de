package org.vectorscope.contrast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vectorscope.checkpoint.ChatTemplate;
import org.vectorscope.checkpoint.Message;
import org.vectorscope.checkpoint.Tokenizer;
import org.vectorscope.contrast.ContrastSet.Kind;
import org.vectorscope.contrast.ContrastSet.Pair;
import org.vectorscope.file.BadInput;
import org.vectorscope.job.Monitor;

/**
 * Puts what people wrote into the form the model reads, and marks the token that is read.
 *
 * <p>With a chat template: the question is the user's turn, the template writes where the answer begins, the answer
 * follows, and nothing comes after it (no end-of-turn token). An instruction stands before the question in the user's
 * turn and the text ends where the answer would begin. Without a template: question and answer on two lines, after the
 * tokenizer's own beginning-of-text token where it has one. A pair without a question stands alone in both cases.
 */
public final class Templating {
    private final Tokenizer tokenizer;
    private final Optional<ChatTemplate> template;
    private final Optional<String> system;

    /**
     * @param template the model's own; not used where {@code choice} says so
     * @param system text of a system turn; without it the template does as it likes
     * @throws BadInput if there is system text and no template to put it in
     */
    public Templating(
            Tokenizer tokenizer, Optional<ChatTemplate> template, TemplateChoice choice, Optional<String> system) {
        this.tokenizer = tokenizer;
        this.template = choice == TemplateChoice.AUTO ? template : Optional.empty();
        this.system = system;
        if (system.isPresent() && this.template.isEmpty()) {
            throw new BadInput(
                    "--system",
                    template.isPresent()
                            ? "needs the chat template, which --template none leaves out"
                            : "the model has no chat template to put a system text in");
        }
    }

    /** Whether prompts get a chat template around them. */
    public boolean templated() {
        return template.isPresent();
    }

    /**
     * @param readToken counted from the end, −1 is the last; without it the letter of A/B answers, else the last token
     * @throws BadInput if a text has fewer tokens than that, or the template refuses
     */
    public Rendered render(ContrastSet set, OptionalInt readToken, Monitor monitor) {
        int read = readToken.orElse(set.kind().readToken());
        if (read >= 0) {
            throw new BadInput("--read-token", "is counted from the end, so -1 or less, not " + read);
        }
        List<Rendered.Pair> pairs = new ArrayList<>(set.pairs().size());
        for (Pair pair : set.pairs()) {
            monitor.check();
            String place = set.name() + ", pair " + (pairs.size() + 1);
            pairs.add(new Rendered.Pair(
                    side(set.kind(), pair.prompt(), pair.positive(), read, place),
                    side(set.kind(), pair.prompt(), pair.negative(), read, place)));
            monitor.progress("Tokenising pairs", pairs.size(), set.pairs().size());
        }
        return new Rendered(pairs, templated(), read);
    }

    /** A prompt up to where the model's answer begins; its span is the person's text. */
    public RenderedText prompt(String user) {
        String text = template.isPresent() ? chat(user) : user;
        int start = Math.max(text.lastIndexOf(user), 0);
        Tokenizer.Encoding tokens = tokenizer.encode(text, template.isEmpty());
        if (tokens.ids().length == 0) {
            throw new BadInput("prompt", "is empty, and the model needs at least one token");
        }
        return new RenderedText(
                text, tokens, start, Math.min(start + user.length(), text.length()), tokens.ids().length - 1);
    }

    private RenderedText side(Kind kind, String prompt, String side, int read, String place) {
        boolean alone = prompt.isEmpty();
        String before = alone ? "" : kind == Kind.INSTRUCTION ? instructed(side, prompt) : beforeAnswer(prompt);
        String text = kind == Kind.INSTRUCTION && !alone ? before : before + side;
        // A template may trim what it is given, so an instruction is looked for where it may have lost its ends.
        String seen = kind == Kind.INSTRUCTION ? side.strip() : side;
        int start = kind == Kind.INSTRUCTION ? Math.max(text.indexOf(seen), 0) : before.length();
        Tokenizer.Encoding tokens = tokenizer.encode(text, template.isEmpty() || alone);
        int index = tokens.ids().length + read;
        if (index < 0) {
            throw new BadInput(
                    place, "has " + tokens.ids().length + " tokens, so there is no token " + read + " from the end");
        }
        return new RenderedText(text, tokens, start, Math.min(start + seen.length(), text.length()), index);
    }

    private String beforeAnswer(String prompt) {
        return template.isPresent() ? chat(prompt) : prompt + "\n";
    }

    private String instructed(String instruction, String question) {
        String turn = instruction + "\n\n" + question;
        return template.isPresent() ? chat(turn) : turn;
    }

    private String chat(String user) {
        List<Message> messages = new ArrayList<>();
        system.ifPresent(text -> messages.add(new Message("system", text)));
        messages.add(new Message("user", user));
        return template.orElseThrow().render(messages, true);
    }
}
