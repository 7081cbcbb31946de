package org.vectorscope.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vectorscope.engine.References.distance;
import static org.vectorscope.engine.References.ids;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vectorscope.checkpoint.Checkpoint;
import org.vectorscope.checkpoint.Checkpoints;
import org.vectorscope.checkpoint.TinyModels;
import org.vectorscope.checkpoint.container.SafetensorsFile;
import org.vectorscope.engine.torch.TorchModels;
import org.vectorscope.engine.torch.TorchRuntime;
import org.vectorscope.geometry.Response;
import org.vectorscope.job.Monitor;

/** Against torch's autograd in float64 ({@code src/test/python/jacobian_fixtures.py}). */
class LastTokenJacobianTest {
    private static TorchRuntime runtime;

    @BeforeAll
    static void start() {
        runtime = TorchRuntime.start();
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    private interface Check {
        void of(LanguageModel model, int[] ids, SafetensorsFile reference);
    }

    private static void with(String name, Check check) throws IOException {
        try (Checkpoint checkpoint = Checkpoints.open(TinyModels.folder(name));
                LanguageModel model = new TorchModels(runtime).load(checkpoint, Monitor.NONE);
                SafetensorsFile reference =
                        SafetensorsFile.open(TinyModels.folder(name).resolve("jacobian.safetensors"))) {
            check.of(model, ids(reference), reference);
        }
    }

    /** [d][vocabulary], the columns of J. */
    private static List<float[]> columns(LanguageModel model, LastTokenJacobian jacobian) {
        List<float[]> columns = new ArrayList<>();
        model.head()
                .effects(
                        jacobian.normed(),
                        jacobian.changes(),
                        (index, logits) -> {
                            float[] column = new float[logits.remaining()];
                            logits.get(column);
                            columns.add(column);
                        },
                        Monitor.NONE);
        return columns;
    }

    @ParameterizedTest
    @ValueSource(strings = {"new-spelling", "tied", "biased", "llama3-scaling"})
    void itsColumnsAreThoseOfAutograd(String name) throws IOException {
        with(name, (model, ids, reference) -> {
            for (int layer = 0; layer < model.config().layers(); layer++) {
                List<float[]> ours = columns(model, model.jacobian(ids, layer, LastTokenJacobian.STEP, Monitor.NONE));
                float[] theirs = reference.floats("jacobian." + layer); // [vocabulary, d]
                double apart = 0;
                double size = 0;
                for (int j = 0; j < ours.size(); j++) {
                    for (int token = 0; token < ours.get(j).length; token++) {
                        double value = theirs[token * ours.size() + j];
                        apart += (ours.get(j)[token] - value) * (ours.get(j)[token] - value);
                        size += value * value;
                    }
                }
                assertThat(Math.sqrt(apart / size)).as(name + " layer " + layer).isLessThan(1e-3);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"new-spelling", "tied", "biased", "llama3-scaling"})
    void itsSingularValuesAreThoseOfAutograd(String name) throws IOException {
        with(name, (model, ids, reference) -> {
            for (int layer = 0; layer < model.config().layers(); layer++) {
                LastTokenJacobian jacobian = model.jacobian(ids, layer, LastTokenJacobian.STEP, Monitor.NONE);
                assertSquares(model, jacobian, OutputHead.Measure.LOGITS, reference.floats("squares." + layer));
                assertSquares(model, jacobian, OutputHead.Measure.FISHER, reference.floats("fisher." + layer));
            }
        });
    }

    private static void assertSquares(
            LanguageModel model, LastTokenJacobian jacobian, OutputHead.Measure measure, float[] expected) {
        double[] form = model.head().form(jacobian.normed(), measure, Monitor.NONE);
        double[] squares = Response.of(jacobian.changes(), form, List.of()).squares();
        for (int k = 0; k < expected.length; k++) {
            assertThat(squares[k]).isCloseTo(expected[k], within(2e-3 * expected[k] + 1e-5 * expected[0]));
        }
    }

    @Test
    void itHardlyDependsOnTheStep() throws IOException {
        with("tied", (model, ids, reference) -> {
            List<float[]> ours =
                    model.jacobian(ids, 0, LastTokenJacobian.STEP, Monitor.NONE).changes();
            for (double factor : new double[] {1.0 / 3, 3}) {
                List<float[]> others = model.jacobian(ids, 0, factor * LastTokenJacobian.STEP, Monitor.NONE)
                        .changes();
                assertThat(distance(ours, others)).isLessThan(1e-3);
            }
        });
    }

    @Test
    void residualsAreDecodedToTheLogitsOfTheirOwnPass() throws IOException {
        with("biased", (model, ids, reference) -> {
            int last = model.config().layers() - 1;
            List<float[]> residuals = new ArrayList<>();
            List<float[]> logits = new ArrayList<>();
            CaptureSink sink = new CaptureSink() {
                @Override
                public void residual(int text, int layer, int position, float[] values) {
                    residuals.add(values);
                }

                @Override
                public void logits(int text, int position, float[] values) {
                    logits.add(values);
                }
            };
            model.capture(
                    new CaptureRequest(List.of(ids), new TreeSet<>(List.of(last)), new CaptureRequest.From(0), true),
                    sink,
                    Monitor.NONE);
            List<Integer> seen = new ArrayList<>();
            model.head()
                    .decode(
                            residuals,
                            (index, row) -> {
                                seen.add(index);
                                for (int token = 0; token < row.remaining(); token++) {
                                    assertThat(row.get(token)).isCloseTo(logits.get(index)[token], within(1e-4f));
                                }
                            },
                            Monitor.NONE);
            assertThat(seen)
                    .containsExactlyElementsOf(
                            IntStream.range(0, ids.length).boxed().toList());
        });
    }
}
