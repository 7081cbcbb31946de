  def slice_mask(self: __torch__.Model, mask: Tensor, t: int, first_row: int, rows: int, seen: int) -> Tensor:
    # [b, 1, rows, seen] for queries first_row and after. A mask of fewer than t rows is a causal band, the same for every
    # slice: zeros, then a triangle in its last columns
    band = torch.size(mask, 2)
    if torch.lt(band, t):
      skip = torch.sub(torch.add(torch.size(mask, 3), rows), torch.add(band, seen))
      part = torch.narrow(torch.narrow(mask, 2, 0, rows), 3, skip, seen)
    else:
      part = torch.narrow(torch.narrow(mask, 2, first_row, rows), 3, 0, seen)
    return part

  def fused(self: __torch__.Model, q: Tensor, k: Tensor, v: Tensor, causal: bool, mask: Optional[Tensor], scale: float, cap: float) -> Tensor:
    # q [n, g, t, hd]; k, v [n, g or 1, s, hd]; mask additive, broadcasting to [n, 1, t, s]. The device's kernel, which
    # cannot bend scores
    if torch.gt(cap, 0.):
      scores = torch.mul(torch.matmul(torch.to(q, 6), torch.transpose(torch.to(k, 6), -2, -1)), scale)
      bent = torch.mul(torch.tanh(torch.div(scores, cap)), cap)
      if torch.__is__(mask, None):
        if causal:
          first = torch.add(torch.sub(torch.size(k, 2), torch.size(q, 2)), 1)
          hidden = torch.triu(torch.full_like(bent, -inf), first)
          seen = torch.add(bent, hidden)
        else:
          seen = bent
      else:
        seen = torch.add(bent, unchecked_cast(Tensor, mask))
      out = torch.type_as(torch.matmul(torch.softmax(seen, -1), torch.to(v, 6)), q)
    else:
      out = (self).kernel(q, k, v, causal, mask, scale, )
    return out

  def attend(self: __torch__.Model, q: Tensor, k: Tensor, v: Tensor, mask: Optional[Tensor], scale: float, cap: float) -> Tensor:
    # q [b, t, heads, hd]; k, v [b, kv, s, hd]; mask additive [b or 1, 1, t or less, s or more], a query sees nothing
    # after its own place; without one: causal, t = s or t = 1. -> [b t, heads hd]
    b = torch.size(q, 0)
    t = torch.size(q, 1)
    heads = torch.size(q, 2)
    hd = torch.size(q, 3)
    kv = torch.size(k, 1)
    s = torch.size(k, 2)
    g = torch.floordiv(heads, kv)
    if torch.eq(t, 1):
      # the heads of a group become query rows over the one key-value head they share: nothing is copied
      if torch.__is__(mask, None):
        m1 = mask
      else:
        m1 = torch.expand(unchecked_cast(Tensor, mask), [b, 1, g, s])
      a1 = (self).fused(torch.reshape(q, [b, kv, g, hd]), k, v, False, m1, scale, cap, )
      out = torch.reshape(a1, [b, torch.mul(heads, hd)])
    else:
      # groups become batch rows, their heads see one key-value head through stride 0: nothing is copied
      bk = torch.mul(b, kv)
      k5 = torch.expand(torch.unsqueeze(torch.reshape(k, [bk, s, hd]), 1), [bk, g, s, hd])
      v5 = torch.expand(torch.unsqueeze(torch.reshape(v, [bk, s, hd]), 1), [bk, g, s, hd])
      q5 = torch.reshape(torch.transpose(q, 1, 2), [bk, g, t, hd])
      if torch.__is__(mask, None):
        a5 = (self).fused(q5, k5, v5, True, None, scale, cap, )
      else:
        # a slice of queries at a time, over the keys up to its end: the kernel itself skips nothing
        m = unchecked_cast(Tensor, mask)
        step = 96
        parts = annotate(List[Tensor], [])
        for i in range(torch.floordiv(torch.sub(torch.add(t, step), 1), step)):
          first_row = torch.mul(i, step)
          rows = ops.prim.min(step, torch.sub(t, first_row))
          seen = torch.add(torch.sub(s, t), torch.add(first_row, rows))
          m4 = (self).slice_mask(m, t, first_row, rows, seen, )
          m5 = torch.reshape(torch.expand(m4, [b, kv, rows, seen]), [bk, 1, rows, seen])
          a3 = (self).fused(torch.narrow(q5, 2, first_row, rows), torch.narrow(k5, 2, 0, seen), torch.narrow(v5, 2, 0, seen), False, m5, scale, cap, )
          _6 = torch.append(parts, a3)
        a5 = torch.cat(parts, 2)
      out = torch.reshape(torch.transpose(torch.reshape(a5, [b, heads, t, hd]), 1, 2), [torch.mul(b, t), torch.mul(heads, hd)])
    return out

