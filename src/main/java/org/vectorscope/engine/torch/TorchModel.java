package org.vectorscope.engine.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.vectorscope.checkpoint.ModelConfig;
import org.vectorscope.engine.CaptureRequest;
import org.vectorscope.engine.CaptureSink;
import org.vectorscope.engine.GenerationListener;
import org.vectorscope.engine.GenerationRequest;
import org.vectorscope.engine.GenerationResult;
import org.vectorscope.engine.LanguageModel;
import org.vectorscope.engine.LastTokenJacobian;
import org.vectorscope.engine.NotEnoughMemory;
import org.vectorscope.engine.OutputHead;
import org.vectorscope.engine.Precision;
import org.vectorscope.engine.RequestChecks;
import org.vectorscope.engine.Steering;
import org.vectorscope.engine.plan.Plan;
import org.vectorscope.engine.plan.Pushes;
import org.vectorscope.engine.plan.Text;
import org.vectorscope.job.Monitor;

/** A model on libtorch, on the device that was chosen when it was loaded. */
final class TorchModel implements LanguageModel {
    private final TorchRuntime runtime;
    private final Network network;
    private final Program lab;
    private final String fingerprint;
    private final Precision precision;
    private final String device;
    private final Halving memory;
    private final TorchHead head;

    /** @param lab closed with the model, as is the network */
    TorchModel(TorchRuntime runtime, Network network, Program lab, String fingerprint, Precision precision) {
        this.runtime = runtime;
        this.network = network;
        this.lab = lab;
        this.fingerprint = fingerprint;
        this.precision = precision;
        this.device = runtime.device();
        this.memory = new Halving(runtime.usesGpu());
        this.head = new TorchHead(runtime, network, lab);
    }

    @Override
    public ModelConfig config() {
        return network.config();
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public String dtype() {
        return precision.word();
    }

    @Override
    public String device() {
        return device;
    }

    @Override
    public void capture(CaptureRequest request, CaptureSink sink, Monitor monitor) {
        RequestChecks.check(request, config());
        runtime.call(() -> {
            monitor.check();
            CaptureSink once = new OnceSink(request, sink);
            for (int tokens = Budget.tokens(config()); tokens > 0; ) {
                tokens = captured(request, once, tokens, monitor);
            }
            memory.giveBack();
            return fingerprint;
        });
    }

    /** @return 0 where all is done, else how many tokens to try at a time */
    private int captured(CaptureRequest request, CaptureSink sink, int tokens, Monitor monitor) {
        Pushes pushes = new Pushes();
        List<Text> texts = texts(request, pushes);
        try {
            new ForestPass(network, lab, pushes, monitor)
                    .run(
                            Plan.of(texts, tokens),
                            Capture.blocks(request, config().layers()),
                            new Capture(network, lab, request, sink),
                            "Reading " + texts.size() + (texts.size() == 1 ? " text" : " texts"));
            return 0;
        } catch (NotEnoughMemory e) {
            return memory.half(tokens, Budget.LEAST, e);
        }
    }

    private List<Text> texts(CaptureRequest request, Pushes pushes) {
        List<Text> texts = new ArrayList<>();
        for (int i = 0; i < request.texts().size(); i++) {
            int[] ids = request.texts().get(i);
            Steering steering = request.steering().isEmpty()
                    ? Steering.NONE
                    : request.steering().get(i);
            int prompt = request.promptLengths().isEmpty()
                    ? ids.length
                    : request.promptLengths().get(i);
            texts.add(new Text(ids, pushes.along(steering, ids.length, prompt), network.stretch(ids.length)));
        }
        return texts;
    }

    @Override
    public GenerationResult generate(GenerationRequest request, GenerationListener listener, Monitor monitor) {
        RequestChecks.check(request, config());
        return runtime.call(() -> {
            GenerationResult result = new Generation(network, lab, request, listener, monitor, memory).run();
            memory.giveBack();
            return result;
        });
    }

    @Override
    public LastTokenJacobian jacobian(int[] ids, int layer, double step, Monitor monitor) {
        RequestChecks.check(
                new CaptureRequest(List.of(ids), new TreeSet<>(List.of(layer)), new CaptureRequest.FromEnd(-1), false),
                config());
        return runtime.call(() -> {
            monitor.check();
            JacobianPass pass = new JacobianPass(network, lab, monitor);
            for (int tokens = Budget.tokens(config()); ; ) {
                try {
                    return pass.run(ids, layer, step, tokens);
                } catch (NotEnoughMemory e) {
                    tokens = memory.half(tokens, Budget.LEAST, e);
                } finally {
                    memory.giveBack();
                }
            }
        });
    }

    @Override
    public OutputHead head() {
        return head;
    }

    /** Native arrays that the model holds between calls: the same number before and after each. */
    int held() {
        return runtime.call(network::held);
    }

    @Override
    public void close() {
        runtime.call(() -> {
            lab.close();
            network.close();
            memory.giveBack();
            return fingerprint;
        });
    }
}
