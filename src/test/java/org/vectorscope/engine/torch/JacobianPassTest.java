package org.vectorscope.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vectorscope.engine.References.distance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vectorscope.checkpoint.FamilyModels;
import org.vectorscope.engine.CaptureRequest;
import org.vectorscope.engine.LanguageModel;
import org.vectorscope.engine.LastTokenJacobian;
import org.vectorscope.engine.Steering;
import org.vectorscope.engine.TokenRange;
import org.vectorscope.job.Monitor;

/** Of every family: rows that share what goes through the weights, against whole passes steered to both sides. */
class JacobianPassTest {
    private static TorchRuntime runtime;

    @BeforeAll
    static void start() {
        runtime = TorchRuntime.start();
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    @ParameterizedTest
    @MethodSource("org.vectorscope.checkpoint.FamilyModels#folders")
    void aChangeIsWhatLiesBetweenTwoSteeredPasses(FamilyModels.Model file) throws IOException {
        Traces.compare(runtime, file.path(), file.trace(), (model, trace, ids) -> {
            for (int layer = 0; layer < model.config().layers(); layer++) {
                LastTokenJacobian jacobian = model.jacobian(ids, layer, LastTokenJacobian.STEP, Monitor.NONE);
                List<float[]> normed = normed(model, ids, layer, jacobian.step());
                assertThat(distance(List.of(jacobian.normed()), List.of(normed.getLast())))
                        .isLessThan(1e-5);
                List<float[]> slopes = new ArrayList<>();
                for (int i = 0; i < normed.size() - 1; i += 2) {
                    slopes.add(slope(normed.get(i), normed.get(i + 1), 2 * jacobian.step()));
                }
                assertThat(distance(jacobian.changes(), slopes))
                        .as("layer " + layer)
                        .isLessThan(2e-3);
            }
        });
    }

    /** Each coordinate up and down, then nothing. */
    private static List<float[]> normed(LanguageModel model, int[] ids, int layer, double step) {
        List<Steering> steering = new ArrayList<>();
        for (int j = 0; j < model.config().dModel(); j++) {
            steering.add(along(model, layer, j, step));
            steering.add(along(model, layer, j, -step));
        }
        steering.add(Steering.NONE);
        float[][] read = new float[steering.size()][];
        model.capture(
                new CaptureRequest(
                        steering.stream().map(s -> ids).toList(),
                        new TreeSet<>(List.of(model.config().layers() - 1)),
                        new CaptureRequest.FromEnd(-1),
                        false,
                        steering,
                        List.of()),
                (text, l, position, values) -> read[text] = values,
                Monitor.NONE);
        return model.head().normed(List.of(read));
    }

    private static Steering along(LanguageModel model, int layer, int coordinate, double step) {
        float[] vector = new float[model.config().dModel()];
        vector[coordinate] = (float) step;
        return new Steering(List.of(new Steering.Push(layer, vector, TokenRange.FROM_LAST)));
    }

    private static float[] slope(float[] plus, float[] minus, double apart) {
        float[] slope = new float[plus.length];
        for (int i = 0; i < slope.length; i++) {
            slope[i] = (float) (((double) plus[i] - minus[i]) / apart);
        }
        return slope;
    }
}
