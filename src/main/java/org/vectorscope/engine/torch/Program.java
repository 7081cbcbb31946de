package org.vectorscope.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A TorchScript program from the resources beside this class, loaded. Arguments are tensors, whole numbers ({@code
 * Long}, {@code Integer}), reals ({@code Double}), lists of either ({@code long[]}) or prepared values ({@code
 * IValue}, which stay the caller's). Every program declares {@code absent}, which gives the value of a missing tensor.
 */
final class Program implements AutoCloseable {
    private final String name;
    private final PtSymbolBlock block;
    private final IValue absent;

    /**
     * @param manager holds the module
     * @param type the class that the first text declares
     * @param texts names of the resources it is put together from; the others go on with the class
     */
    Program(NDManager manager, String type, String... texts) {
        this(manager, type, Map.of(), texts);
    }

    /** @param types what words in the texts stand for */
    Program(NDManager manager, String type, Map<String, String> types, String... texts) {
        this.name = texts[texts.length - 1];
        this.block = Guard.run("loading the program " + name, () -> load((PtNDManager) manager, type, types, texts));
        this.absent = Guard.run("loading the program " + name, () -> IValueUtils.runMethod(block, "absent"));
    }

    private static PtSymbolBlock load(PtNDManager manager, String type, Map<String, String> types, String... texts) {
        try {
            StringBuilder joined = new StringBuilder();
            for (String text : texts) {
                joined.append(text(text));
            }
            String source = joined.toString();
            for (Map.Entry<String, String> word : types.entrySet()) {
                source = source.replaceAll("\\b" + word.getKey() + "\\b", word.getValue());
            }
            return JniUtils.loadModule(manager, Archive.of(type, source), true, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name) throws IOException {
        try (InputStream text = Program.class.getResourceAsStream(name + ".ts")) {
            if (text == null) {
                throw new IllegalStateException("no program " + name);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The missing tensor, for arguments that may be one. */
    IValue absent() {
        return absent;
    }

    /** Runs a method that gives one tensor, which {@code manager} will hold. */
    NDArray call(NDManager manager, String method, Object... arguments) {
        return run(method, arguments, result -> result.toTensor((PtNDManager) manager));
    }

    /** Runs a method whose result stays a value; the caller closes it. */
    IValue prepare(String method, Object... arguments) {
        return Guard.run("running " + name + "." + method, () -> {
            List<IValue> own = new ArrayList<>(arguments.length);
            try {
                return IValueUtils.runMethod(block, method, values(arguments, own));
            } finally {
                own.forEach(IValue::close);
            }
        });
    }

    /** Runs a method that gives nothing of use: its work is what it writes. */
    void perform(String method, Object... arguments) {
        run(method, arguments, result -> method);
    }

    private interface Take<T> {
        T from(IValue result);
    }

    private <T> T run(String method, Object[] arguments, Take<T> take) {
        return Guard.run("running " + name + "." + method, () -> {
            List<IValue> own = new ArrayList<>(arguments.length + 1);
            try {
                IValue result = IValueUtils.runMethod(block, method, values(arguments, own));
                own.add(result);
                return take.from(result);
            } finally {
                own.forEach(IValue::close);
            }
        });
    }

    private static IValue[] values(Object[] arguments, List<IValue> own) {
        IValue[] values = new IValue[arguments.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(arguments[i], own);
        }
        return values;
    }

    private static IValue value(Object argument, List<IValue> own) {
        if (argument instanceof IValue prepared) {
            return prepared;
        }
        IValue made = value(argument);
        own.add(made);
        return made;
    }

    /** A value for a prepared argument; the caller closes it. */
    static IValue value(Object argument) {
        return switch (argument) {
            case PtNDArray tensor -> IValue.from(tensor);
            case Integer whole -> IValue.from(whole.longValue());
            case Long whole -> IValue.from(whole);
            case Double real -> IValue.from(real);
            case long[] wholes -> IValue.listFrom(wholes);
            default -> throw new IllegalArgumentException("no value of " + argument.getClass());
        };
    }

    @Override
    public void close() {
        absent.close();
        block.close();
    }
}
