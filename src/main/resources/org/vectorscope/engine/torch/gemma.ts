  def block(self: __torch__.Model, x: Tensor, w: Tuple[Tensor, Weight, Optional[Tensor], Optional[Tensor], Weight, Tensor, Tensor, Weight, Weight, Tensor, int, int, int, float, float, float], cos: Tensor, sin: Tensor, keys: Tensor, values: Tensor, at: int, mask: Optional[Tensor]) -> Tensor:
    # as llama's, with norms after attention and after the MLP, too
    n1, qkv, qn, kn, o, n2, n3, gu, down, n4, heads, ffn, kind, eps, scale, cap, = w
    q, k, v, = (self).split((self).linear((self).rms(x, n1, eps, ), qkv, ), qn, kn, heads, eps, cos, sin, keys, )
    a = (self).linear((self).look(q, k, v, keys, values, at, mask, scale, cap, ), o, )
    mid = torch.add(x, (self).rms(a, n2, eps, ))
    h = (self).linear((self).rms(mid, n3, eps, ), gu, )
    return torch.add(mid, (self).rms((self).linear((self).gated(h, ffn, kind, ), down, ), n4, eps, ))

