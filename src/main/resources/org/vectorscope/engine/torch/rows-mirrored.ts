  def look(self: __torch__.Model, q: Tensor, k: Tensor, v: Tensor, keys: Tensor, values: Tensor, at: int, mask: Optional[Tensor], scale: float, cap: float) -> Tensor:
    # q [1, n, heads, hd]; k, v [1, n, kv, hd]: n variants of one token, each of which sees the `at` tokens before it (keys,
    # values [1, kv, at, hd]; mask [1, 1, 1, at + 1] or none) and itself, never another variant -> [n, heads hd]
    n = torch.size(q, 1)
    hd = torch.size(q, 3)
    kv = torch.size(k, 2)
    g = torch.floordiv(torch.size(q, 2), kv)
    q4 = torch.reshape(q, [n, kv, g, hd])
    k4 = torch.reshape(k, [n, kv, 1, hd])
    v4 = torch.reshape(v, [n, kv, 1, hd])
    q3 = torch.reshape(torch.transpose(q4, 0, 1), [kv, torch.mul(n, g), hd])
    before = torch.matmul(q3, torch.transpose(torch.select(keys, 0, 0), 1, 2))
    own = torch.reshape(torch.transpose(torch.sum(torch.mul(q4, k4), [3]), 0, 1), [kv, torch.mul(n, g), 1])
    scores = torch.mul(torch.to(torch.cat([before, own], 2), 6), scale)
    if torch.gt(cap, 0.):
      bent = torch.mul(torch.tanh(torch.div(scores, cap)), cap)
    else:
      bent = scores
    if torch.__is__(mask, None):
      seen = bent
    else:
      seen = torch.add(bent, torch.select(unchecked_cast(Tensor, mask), 0, 0))
    p = torch.type_as(torch.softmax(seen, -1), q)
    there = torch.reshape(torch.matmul(torch.narrow(p, 2, 0, at), torch.select(values, 0, 0)), [kv, n, g, hd])
    here = torch.reshape(torch.narrow(p, 2, at, 1), [kv, n, g, 1])
    out = torch.addcmul(there, here, torch.transpose(v4, 0, 1))
    return torch.reshape(torch.transpose(out, 0, 1), [n, torch.mul(torch.mul(kv, g), hd)])

  def linear(self: __torch__.Model, x: Tensor, w: Weight) -> Tensor:
    # x [1 + 2 p, k]: a row, p rows to one side of it and their p mirror images. Half of what is between a pair goes through
    # the weights instead of both; a row of zeros tells what to take off again for the bias
    p = torch.floordiv(torch.size(x, 0), 2)
    half = torch.mul(torch.sub(torch.narrow(x, 0, 1, p), torch.narrow(x, 0, torch.add(p, 1), p)), 0.5)
    centre = torch.narrow(x, 0, 0, 1)
    y = (self).straight(torch.cat([centre, torch.zeros_like(centre), half], 0), w, )
    y0 = torch.narrow(y, 0, 0, 1)
    change = torch.sub(torch.narrow(y, 0, 2, p), torch.narrow(y, 0, 1, 1))
    return torch.cat([y0, torch.add(y0, change), torch.sub(y0, change)], 0)

  def linear_add(self: __torch__.Model, x: Tensor, w: Weight, other: Tensor) -> Tensor:
    return torch.add_((self).linear(x, w, ), other)

