package org.vectorscope.engine.torch;

import org.vectorscope.checkpoint.ModelConfig;
import org.vectorscope.engine.Steering;
import org.vectorscope.engine.TokenRange;

/**
 * The Llama forward pass as the papers write it, in float64, one text at a time, nothing shared, nothing cached: what
 * the engine is held against.
 */
final class SlowLlama {
    private final RandomCheckpoint weights;
    private final ModelConfig c;

    /** @param entering [t][d], embeddings; @param residuals [layers][t][d], after steering; @param logits [t][v] */
    record Pass(double[][] entering, double[][][] unsteered, double[][][] residuals, double[][] logits) {}

    SlowLlama(RandomCheckpoint weights) {
        this.weights = weights;
        this.c = weights.config();
    }

    Pass run(int[] ids, Steering steering, int promptLength) {
        double[][] x = new double[ids.length][];
        for (int t = 0; t < ids.length; t++) {
            x[t] = row("model.embed_tokens.weight", ids[t], c.dModel());
        }
        double[][] entering = copy(x);
        double[][][] before = new double[c.layers()][][];
        double[][][] residuals = new double[c.layers()][][];
        for (int layer = 0; layer < c.layers(); layer++) {
            x = block(layer, x);
            before[layer] = copy(x);
            for (Steering.Push push : steering.pushes()) {
                for (int t = 0; t < ids.length; t++) {
                    if (push.layer() == layer && on(push.where(), t, promptLength)) {
                        for (int i = 0; i < c.dModel(); i++) {
                            x[t][i] += push.vector()[i];
                        }
                    }
                }
            }
            residuals[layer] = copy(x);
        }
        double[][] logits = new double[ids.length][];
        String head = c.tied() ? "model.embed_tokens.weight" : "lm_head.weight";
        for (int t = 0; t < ids.length; t++) {
            logits[t] = times(head, normed("model.norm.weight", x[t]), c.vocabulary(), false);
        }
        return new Pass(entering, before, residuals, logits);
    }

    private static boolean on(TokenRange where, int t, int promptLength) {
        return switch (where) {
            case ALL -> true;
            case PROMPT -> t < promptLength;
            case GENERATED -> t >= promptLength;
            case FROM_LAST -> t >= promptLength - 1;
        };
    }

    private double[][] block(int layer, double[][] x) {
        String block = "model.layers." + layer + ".";
        int n = x.length;
        double[][] q = new double[n][];
        double[][] k = new double[n][];
        double[][] v = new double[n][];
        for (int t = 0; t < n; t++) {
            double[] h = normed(block + "input_layernorm.weight", x[t]);
            q[t] = turned(times(block + "self_attn.q_proj", h, c.heads() * c.headDim()), t);
            k[t] = turned(times(block + "self_attn.k_proj", h, c.kvHeads() * c.headDim()), t);
            v[t] = times(block + "self_attn.v_proj", h, c.kvHeads() * c.headDim());
        }
        double[][] out = new double[n][];
        for (int t = 0; t < n; t++) {
            double[] a = times(block + "self_attn.o_proj", attended(q[t], k, v, t), c.dModel());
            double[] mid = plus(x[t], a);
            double[] h = normed(block + "post_attention_layernorm.weight", mid);
            double[] gate = times(block + "mlp.gate_proj", h, c.ffn());
            double[] up = times(block + "mlp.up_proj", h, c.ffn());
            for (int i = 0; i < c.ffn(); i++) {
                up[i] *= gate[i] / (1 + Math.exp(-gate[i]));
            }
            out[t] = plus(mid, times(block + "mlp.down_proj", up, c.dModel()));
        }
        return out;
    }

    private double[] attended(double[] q, double[][] k, double[][] v, int t) {
        int hd = c.headDim();
        double[] out = new double[c.heads() * hd];
        for (int head = 0; head < c.heads(); head++) {
            int kv = head / (c.heads() / c.kvHeads()) * hd;
            double[] scores = new double[t + 1];
            double sum = 0;
            for (int s = 0; s <= t; s++) {
                for (int i = 0; i < hd; i++) {
                    scores[s] += q[head * hd + i] * k[s][kv + i];
                }
                scores[s] = Math.exp(scores[s] / Math.sqrt(hd));
                sum += scores[s];
            }
            for (int s = 0; s <= t; s++) {
                for (int i = 0; i < hd; i++) {
                    out[head * hd + i] += scores[s] / sum * v[s][kv + i];
                }
            }
        }
        return out;
    }

    private double[] turned(double[] x, int position) {
        float[] f = Rotary.frequencies(c.ropes().getFirst(), 0);
        double[] out = new double[x.length];
        int half = c.headDim() / 2;
        for (int start = 0; start < x.length; start += c.headDim()) {
            for (int i = 0; i < half; i++) {
                double angle = position * f[i];
                double a = x[start + i];
                double b = x[start + half + i];
                out[start + i] = a * Math.cos(angle) - b * Math.sin(angle);
                out[start + half + i] = b * Math.cos(angle) + a * Math.sin(angle);
            }
        }
        return out;
    }

    private double[] normed(String name, double[] x) {
        float[] w = weights.values(name);
        double sum = 0;
        for (double value : x) {
            sum += value * value;
        }
        double scale = 1 / Math.sqrt(sum / x.length + c.normEps());
        double[] out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = x[i] * scale * w[i];
        }
        return out;
    }

    private double[] times(String name, double[] x, int out) {
        return times(name + ".weight", x, out, true);
    }

    private double[] times(String name, double[] x, int out, boolean mayHaveBias) {
        float[] w = weights.values(name);
        String bias = name.replace(".weight", ".bias");
        double[] y = new double[out];
        for (int o = 0; o < out; o++) {
            y[o] = mayHaveBias && weights.has(bias) ? weights.values(bias)[o] : 0;
            for (int i = 0; i < x.length; i++) {
                y[o] += (double) w[o * x.length + i] * x[i];
            }
        }
        return y;
    }

    private double[] row(String name, int row, int width) {
        double[] out = new double[width];
        for (int i = 0; i < width; i++) {
            out[i] = weights.values(name)[row * width + i];
        }
        return out;
    }

    private static double[] plus(double[] a, double[] b) {
        double[] out = a.clone();
        for (int i = 0; i < a.length; i++) {
            out[i] += b[i];
        }
        return out;
    }

    private static double[][] copy(double[][] x) {
        double[][] copy = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            copy[i] = x[i].clone();
        }
        return copy;
    }
}
