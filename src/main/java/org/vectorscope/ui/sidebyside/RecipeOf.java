package org.vectorscope.ui.sidebyside;

import java.util.List;
import org.vectorscope.figure.Recipe;
import org.vectorscope.figure.Recipe.Fact;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.common.ScreenContext;

/** All that decided the texts in sight. */
final class RecipeOf {
    private RecipeOf() {}

    static Recipe settings(Settings ran, ScreenContext context) {
        String model = context.state().model().get().map(open -> open.name()).orElse("starter");
        String dtype =
                context.state().model().get().map(open -> open.dtypeOption()).orElse("");
        return new Recipe(
                List.of(
                        new Fact("Model", model),
                        new Fact("Vector", ran.vector().words()),
                        new Fact("Layer", ran.layer() + ", resid_post"),
                        new Fact("Strength", Formats.plain(ran.strength()) + " × v"),
                        new Fact("Arms", ran.arms().toString()),
                        new Fact(
                                "Samples",
                                ran.samples() + " an arm, T "
                                        + Formats.plain(ran.sampling().temperature())),
                        new Fact("Seed", ran.sampling().seed() + ", paired")),
                command(ran, model + dtype));
    }

    private static String command(Settings ran, String model) {
        String asked = ran.prompts().size() == 1
                ? "--prompt \"" + ran.prompts().getFirst().replace("\"", "\\\"") + "\""
                : "--prompts prompts.json";
        return "vectorscope generate --model " + model + " " + asked + " --vector "
                + ran.vector().file().map(name -> "\"" + name + "\"").orElse("v.safetensors") + " --layer "
                + ran.layer()
                + " --strength " + ran.strength() + " --arms " + ran.arms()
                + " --tokens " + ran.tokens().word() + " --temperature "
                + ran.sampling().temperature() + " --samples "
                + ran.samples() + " --seed " + ran.sampling().seed() + " --max-tokens "
                + ran.sampling().maxTokens();
    }
}
