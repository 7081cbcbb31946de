package org.vectorscope.ui.shell;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vectorscope.file.AtomicFile;
import org.vectorscope.file.Json;
import org.vectorscope.lab.PrecisionChoice;
import org.vectorscope.ui.common.Appearance;
import org.vectorscope.ui.common.ScreenId;
import org.vectorscope.ui.common.Theme;

/**
 * The window as it was left. A file that cannot be read is as good as none; what an older one does not have is as at the
 * first start.
 *
 * @param x of the left edge; NaN lets the system place it
 * @param precision what models are loaded in
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WindowState(
        double x,
        double y,
        double width,
        double height,
        boolean maximized,
        ScreenId screen,
        Theme theme,
        double textSize,
        boolean folded,
        int cacheGigabytes,
        PrecisionChoice precision) {
    private static final Logger LOG = LoggerFactory.getLogger(WindowState.class);
    private static final String FILE = "window.json";

    public static final WindowState FIRST = new WindowState(
            Double.NaN,
            Double.NaN,
            1280,
            800,
            false,
            ScreenId.MODEL,
            Theme.LIGHT,
            Appearance.BASE,
            false,
            5,
            PrecisionChoice.AUTOMATIC);

    /** @param folder the data folder */
    public static WindowState read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return FIRST;
        }
        try {
            JsonNode kept = Json.mapper().readTree(Files.readString(file));
            ObjectNode whole = Json.mapper().valueToTree(FIRST);
            @Nullable
            WindowState read = kept instanceof ObjectNode own
                    ? Json.mapper().treeToValue(whole.setAll(own), WindowState.class)
                    : null;
            return read != null && read.isWhole() ? read : FIRST;
        } catch (IOException e) {
            LOG.warn("{} cannot be read; the window starts as new", file, e);
            return FIRST;
        }
    }

    private boolean isWhole() {
        return screen != null
                && theme != null
                && precision != null
                && width >= 200
                && height >= 200
                && textSize >= 8
                && textSize <= 40
                && cacheGigabytes >= 1;
    }

    public void write(Path folder) {
        try {
            Files.createDirectories(folder);
            AtomicFile.write(folder.resolve(FILE), Json.mapper().writeValueAsString(this));
        } catch (IOException e) {
            LOG.warn("The window's place could not be kept in {}", folder, e);
        }
    }
}
