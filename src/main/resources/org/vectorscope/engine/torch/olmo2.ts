  def block(self: __torch__.Model, x: Tensor, w: Tuple[Weight, Tensor, Tensor, Weight, Tensor, Weight, Weight, Tensor, int, int, int, float, float], cos: Tensor, sin: Tensor, keys: Tensor, values: Tensor, at: int, mask: Optional[Tensor]) -> Tensor:
    # norms after attention and after the MLP only; qn [heads hd], kn [kv hd] over whole queries and keys
    qkv, qn, kn, o, n1, gu, down, n2, heads, ffn, kind, eps, scale, = w
    all = (self).linear(x, qkv, )
    wide = torch.size(qn, 0)
    narrow = torch.size(kn, 0)
    q1 = (self).rms(torch.narrow(all, 1, 0, wide), qn, eps, )
    k1 = (self).rms(torch.narrow(all, 1, wide, narrow), kn, eps, )
    normed = torch.cat([q1, k1, torch.narrow(all, 1, torch.add(wide, narrow), narrow)], 1)
    q, k, v, = (self).split(normed, None, None, heads, eps, cos, sin, keys, )
    a = (self).linear((self).look(q, k, v, keys, values, at, mask, scale, 0., ), o, )
    mid = torch.add(x, (self).rms(a, n1, eps, ))
    h = (self).linear(mid, gu, )
    return torch.add(mid, (self).rms((self).linear((self).gated(h, ffn, kind, ), down, ), n2, eps, ))

