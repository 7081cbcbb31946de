  def block(self: __torch__.Model, x: Tensor, w: Tuple[Tensor, Tensor, Weight, Weight, Tensor, Tensor, Weight, Weight, int, int, int, float, float], cos: Tensor, sin: Tensor, keys: Tensor, values: Tensor, at: int, mask: Optional[Tensor]) -> Tensor:
    # attention and MLP beside each other on the same x where parallel is 1, else one after the other
    n1, b1, qkv, o, n2, b2, up, down, heads, kind, parallel, eps, scale, = w
    q, k, v, = (self).split((self).linear((self).centred(x, n1, b1, eps, ), qkv, ), None, None, heads, eps, cos, sin, keys, )
    mid = (self).linear_add((self).look(q, k, v, keys, values, at, mask, scale, 0., ), o, x, )
    if torch.eq(parallel, 1):
      seen = x
    else:
      seen = mid
    h = (self).act((self).linear((self).centred(seen, n2, b2, eps, ), up, ), kind, )
    return (self).linear_add(h, down, mid, )

