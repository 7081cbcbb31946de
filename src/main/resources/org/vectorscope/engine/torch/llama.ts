  def block(self: __torch__.Model, x: Tensor, w: Tuple[Tensor, Weight, Optional[Tensor], Optional[Tensor], Weight, Tensor, Weight, Weight, int, int, int, float, float], cos: Tensor, sin: Tensor, keys: Tensor, values: Tensor, at: int, mask: Optional[Tensor]) -> Tensor:
    # x [b t, d]; cos, sin [b or 1, t, 1, width]; keys, values [b, kv, context, hd], filled up to `at`.
    # Weights of q, k and v lie below each other in one matrix, as do those of gate and up
    n1, qkv, qn, kn, o, n2, gu, down, heads, ffn, kind, eps, scale, = w
    q, k, v, = (self).split((self).linear((self).rms(x, n1, eps, ), qkv, ), qn, kn, heads, eps, cos, sin, keys, )
    mid = (self).linear_add((self).look(q, k, v, keys, values, at, mask, scale, 0., ), o, x, )
    h = (self).linear((self).rms(mid, n2, eps, ), gu, )
    return (self).linear_add((self).gated(h, ffn, kind, ), down, mid, )

