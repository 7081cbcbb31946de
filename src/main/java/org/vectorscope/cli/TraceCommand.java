package org.vectorscope.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vectorscope.checkpoint.Message;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;
import org.vectorscope.job.Monitor;
import org.vectorscope.lab.Lab;
import org.vectorscope.lab.OpenModel;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = "Writes one forward pass: ids, embeddings, resid_post.L of every block, logits.")
final class TraceCommand implements Callable<Integer> {
    private static final long LARGEST_CHAT = 16L << 20;

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private Output output = new Output();

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Input input = new Input();

    @Option(names = "--out", required = true, paramLabel = "F.safetensors", description = "the file to write")
    private Path out = Path.of("");

    static final class Input {
        @Option(names = "--text", paramLabel = "T", description = "a text, encoded as the tokenizer does by itself")
        private @Nullable String text;

        @Option(names = "--ids", paramLabel = "1,2,3", description = "token ids")
        private @Nullable String ids;

        @Option(names = "--chat", paramLabel = "FILE", description = "JSON list of {\"role\",\"content\"}")
        private @Nullable Path chat;
    }

    @Override
    public Integer call() throws IOException {
        Monitor monitor = output.monitor();
        try (Lab lab = Lab.open();
                OpenModel open = model.open(lab, monitor)) {
            int[] ids = ids(open);
            lab.trace(open, ids, out, monitor);
            if (output.isJson()) {
                output.print(new Written(
                        out.toString(), ids.length, open.model().config().layers()));
            }
        }
        return 0;
    }

    private record Written(String out, int tokens, int layers) {}

    private int[] ids(OpenModel open) throws IOException {
        if (input.ids != null) {
            return Ids.parse(input.ids);
        }
        if (input.text != null) {
            return open.requireTokenizer().encode(input.text, true).ids();
        }
        return open.chatIds(messages(Optional.ofNullable(input.chat).orElseThrow()));
    }

    private static List<Message> messages(Path file) throws IOException {
        JsonNode list = Json.read(file, LARGEST_CHAT);
        if (!list.isArray() || list.isEmpty()) {
            throw new BadInput(file, "is no list of {\"role\",\"content\"}");
        }
        List<Message> messages = new ArrayList<>();
        for (JsonNode turn : list) {
            if (!turn.path("role").isTextual() || !turn.path("content").isTextual()) {
                throw new BadInput(file, "turn " + (messages.size() + 1) + " has no \"role\" and \"content\" texts");
            }
            messages.add(
                    new Message(turn.get("role").asText(), turn.get("content").asText()));
        }
        return messages;
    }
}
