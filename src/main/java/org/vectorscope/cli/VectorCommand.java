package org.vectorscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.vectorscope.file.BadInput;
import org.vectorscope.job.Monitor;
import org.vectorscope.lab.Lab;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.lab.VectorSpec;
import org.vectorscope.vector.Extraction;
import org.vectorscope.vector.LayerReport;
import org.vectorscope.vector.Recommendation;
import org.vectorscope.vector.SteeringVectors;
import org.vectorscope.vector.VectorFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "vector",
        mixinStandardHelpOptions = true,
        description = "Makes steering vectors of contrast pairs, all layers from one pass.")
final class VectorCommand implements Callable<Integer> {
    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private PairsOptions pairs = new PairsOptions();

    @Mixin
    private Output output = new Output();

    @Option(
            names = "--layer",
            paramLabel = "L|all",
            defaultValue = "all",
            description = "the layers to write (default: all)")
    private String layer = "all";

    @Option(names = "--seed", paramLabel = "S", defaultValue = "0", description = "of the redraws behind the stability")
    private long seed;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "F",
            description = "F.safetensors, F.gguf for repeng and llama.cpp, or F.npy")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        Monitor monitor = output.monitor();
        VectorSpec spec = pairs.spec(seed);
        try (Lab lab = Lab.open();
                OpenModel open = model.open(lab, monitor)) {
            Extraction extraction = lab.vectors().extract(open, spec, monitor).value();
            SteeringVectors all = lab.vectors().named(open, spec, extraction);
            VectorFiles.write(out, chosen(all), open.checkpoint().config().family())
                    .forEach(output::warn);
            VectorReport report = VectorReport.of(open, spec, extraction);
            if (output.isJson()) {
                output.print(report);
            } else {
                summary(
                        report,
                        extraction.recommendation(open.checkpoint().config().layers()));
            }
        }
        return 0;
    }

    private SteeringVectors chosen(SteeringVectors all) {
        if (layer.toLowerCase(Locale.ROOT).equals("all")) {
            return all;
        }
        if (!layer.matches("\\d{1,4}")) {
            throw new BadInput("--layer", "'" + layer + "' is neither a layer nor all");
        }
        int wanted = Integer.parseInt(layer);
        SortedMap<Integer, float[]> one = new TreeMap<>();
        one.put(wanted, all.at(wanted));
        return new SteeringVectors(one, all.model(), all.recipe());
    }

    private void summary(VectorReport report, Recommendation recommendation) {
        output.line("%d pairs, %s, read token %d", report.n(), report.method(), report.readToken());
        output.line("layer    norm  norm/residual  agreement  AUC    d'     stability");
        for (LayerReport l : report.reports()) {
            output.line(
                    "%5d %7.2f  %13s  %9s  %5s  %5s  %s",
                    l.layer(),
                    l.norm(),
                    Numbers.text(l.normRatio()),
                    Numbers.text(l.meanCosine()),
                    Numbers.text(l.auc()),
                    Numbers.text(l.dPrime()),
                    Numbers.text(l.stability().mean()));
        }
        output.line(
                "layer %d, strength %.2f: %s",
                recommendation.layer(), recommendation.strength(), recommendation.reason());
    }
}
