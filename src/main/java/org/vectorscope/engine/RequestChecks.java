package org.vectorscope.engine;

import java.util.List;
import java.util.Locale;
import org.vectorscope.checkpoint.ModelConfig;
import org.vectorscope.file.BadInput;

/** What is wrong with a request is said before anything native sees it: an index beyond a tensor may end the process. */
public final class RequestChecks {
    /** Norms square what passes: beyond this a residual is infinite, and what follows is silently zero. */
    private static final double LONGEST = 1e15;

    private RequestChecks() {}

    /** @throws BadInput naming the text, layer or vector and its fault */
    public static void check(CaptureRequest request, ModelConfig config) {
        List<int[]> texts = request.texts();
        for (int i = 0; i < texts.size(); i++) {
            ids("text " + (i + 1), texts.get(i), config);
            positions(request.positions(), i, texts.get(i).length);
        }
        if (request.positions() instanceof CaptureRequest.Listed(List<int[]> perText)) {
            matches("positions", perText.size(), texts.size());
        }
        if (request.logits() instanceof CaptureRequest.Of(int[] ids)) {
            ids("the list of logits", ids, config);
        }
        for (int layer : request.layers()) {
            if (layer != CaptureRequest.EMBEDDINGS) {
                layer(layer, config);
            }
        }
        if (!request.steering().isEmpty()) {
            matches("steering", request.steering().size(), texts.size());
            request.steering().forEach(s -> steering(s, config));
        }
        if (!request.promptLengths().isEmpty()) {
            matches("prompt lengths", request.promptLengths().size(), texts.size());
            for (int i = 0; i < texts.size(); i++) {
                promptLength(i, request.promptLengths().get(i), texts.get(i).length);
            }
        }
    }

    /** @throws BadInput naming the prompt, row or option and its fault */
    public static void check(GenerationRequest request, ModelConfig config) {
        List<int[]> prompts = request.prompts();
        for (int i = 0; i < prompts.size(); i++) {
            ids("prompt " + (i + 1), prompts.get(i), config);
        }
        for (GenerationRequest.Row row : request.rows()) {
            if (row.prompt() < 0 || row.prompt() >= prompts.size()) {
                throw new BadInput("row", "names prompt " + row.prompt() + " of " + prompts.size());
            }
            steering(row.steering(), config);
        }
        sampling(request.sampling());
        request.probe().ifPresent(probe -> {
            layer(probe.layer(), config);
            vector("probe", probe.direction(), config);
        });
    }

    private static void ids(String name, int[] ids, ModelConfig config) {
        if (ids.length == 0) {
            throw new BadInput(name, "is empty");
        }
        if (ids.length > config.contextLength()) {
            throw new BadInput(
                    name, "is " + ids.length + " tokens long; the model was made for " + config.contextLength());
        }
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] < 0 || ids[i] >= config.vocabulary()) {
                throw new BadInput(
                        name, "token " + i + " is " + ids[i] + ", outside the vocabulary of " + config.vocabulary());
            }
        }
    }

    private static void positions(CaptureRequest.Positions positions, int text, int length) {
        String name = "text " + (text + 1);
        switch (positions) {
            case CaptureRequest.From(int first) -> within(name, first, 0, Integer.MAX_VALUE);
            case CaptureRequest.FromEnd(int offset) -> {
                if (offset >= 0 || -offset > length) {
                    throw new BadInput(name, "has no token " + offset + "; it is " + length + " long");
                }
            }
            case CaptureRequest.Listed(List<int[]> perText) -> {
                if (text < perText.size()) {
                    for (int position : perText.get(text)) {
                        within(name, position, 0, length);
                    }
                }
            }
        }
    }

    private static void within(String name, int position, int from, int to) {
        if (position < from || position >= to) {
            throw new BadInput(name, "has no position " + position);
        }
    }

    private static void promptLength(int text, int promptLength, int length) {
        if (promptLength < 0 || promptLength > length) {
            throw new BadInput(
                    "text " + (text + 1), "is " + length + " tokens long, its prompt cannot be " + promptLength);
        }
    }

    private static void matches(String what, int given, int texts) {
        if (given != texts) {
            throw new BadInput(what, "are given for " + given + " texts, there are " + texts);
        }
    }

    private static void layer(int layer, ModelConfig config) {
        if (layer < 0 || layer >= config.layers()) {
            throw new BadInput(
                    "layer " + layer, "is outside the model, whose layers are 0 to " + (config.layers() - 1));
        }
    }

    private static void steering(Steering steering, ModelConfig config) {
        for (Steering.Push push : steering.pushes()) {
            layer(push.layer(), config);
            vector("vector for layer " + push.layer(), push.vector(), config);
        }
    }

    /** @throws BadInput if one of the rows is not as wide as the model, or holds what is no number */
    public static void rows(List<float[]> rows, ModelConfig config) {
        for (int i = 0; i < rows.size(); i++) {
            vector("row " + (i + 1), rows.get(i), config);
        }
    }

    private static void vector(String name, float[] vector, ModelConfig config) {
        if (vector.length != config.dModel()) {
            throw new BadInput(name, "has " + vector.length + " numbers, the model's width is " + config.dModel());
        }
        double squares = 0;
        for (float value : vector) {
            if (!Float.isFinite(value)) {
                throw new BadInput(name, "holds a value that is not a number");
            }
            squares += (double) value * value;
        }
        if (squares > LONGEST * LONGEST) {
            String length = String.format(Locale.ROOT, "%.1e", Math.sqrt(squares));
            throw new BadInput(name, "is " + length + " long, too much for float32");
        }
    }

    private static void sampling(Sampling s) {
        if (!(s.temperature() >= 0 && s.temperature() <= 100)) {
            throw new BadInput("temperature", s.temperature() + " is not between 0 and 100");
        }
        if (!(s.topP() > 0 && s.topP() <= 1)) {
            throw new BadInput("top-p", s.topP() + " is not above 0 and at most 1");
        }
        if (s.maxTokens() < 1) {
            throw new BadInput("max tokens", s.maxTokens() + " is not a number of tokens");
        }
    }
}
