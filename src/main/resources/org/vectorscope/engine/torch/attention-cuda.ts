
  def attend(self: __torch__.Model, q: Tensor, k: Tensor, v: Tensor, mask: Optional[Tensor]) -> Tensor:
    # q [b, t, heads, hd]; k, v [b, kv, s, hd]; mask additive [b or 1, 1, t or less, s or more], a query sees nothing
    # after its own place; without one: causal, t = s or t = 1.
    # The public function, which chooses among the device's kernels; on a CPU it would not find the fused one for every
    # layout that the CPU's own text uses
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
        m1 = torch.expand(unchecked_cast(Tensor, mask), [b, kv, g, s])
      a1 = torch.scaled_dot_product_attention(torch.reshape(q, [b, kv, g, hd]), k, v, m1)
      out = torch.reshape(a1, [b, torch.mul(heads, hd)])
    else:
      # groups become batch rows, their heads see one key-value head through stride 0: nothing is copied
      bk = torch.mul(b, kv)
      k5 = torch.expand(torch.unsqueeze(torch.reshape(k, [bk, s, hd]), 1), [bk, g, s, hd])
      v5 = torch.expand(torch.unsqueeze(torch.reshape(v, [bk, s, hd]), 1), [bk, g, s, hd])
      q5 = torch.reshape(torch.transpose(q, 1, 2), [bk, g, t, hd])
      if torch.__is__(mask, None):
        a5 = torch.scaled_dot_product_attention(q5, k5, v5, None, 0., True)
      else:
        # a band is the causal mask of one slice of queries, the same for every slice: zeros, then a triangle in its last
        # columns. Of a whole mask there is one slice
        m = unchecked_cast(Tensor, mask)
        band = torch.size(m, 2)
        parts = annotate(List[Tensor], [])
        for i in range(torch.floordiv(torch.sub(torch.add(t, band), 1), band)):
          first_row = torch.mul(i, band)
          rows = ops.prim.min(band, torch.sub(t, first_row))
          seen = torch.add(torch.sub(s, t), torch.add(first_row, rows))
          if torch.lt(band, t):
            skip = torch.sub(torch.add(torch.size(m, 3), rows), torch.add(band, seen))
            m4 = torch.narrow(torch.narrow(m, 2, 0, rows), 3, skip, seen)
          else:
            m4 = torch.narrow(m, 3, 0, seen)
          m5 = torch.expand(torch.reshape(torch.expand(m4, [b, kv, rows, seen]), [bk, 1, rows, seen]), [bk, g, rows, seen])
          a3 = torch.scaled_dot_product_attention(torch.narrow(q5, 2, first_row, rows), torch.narrow(k5, 2, 0, seen), torch.narrow(v5, 2, 0, seen), m5)
          _0 = torch.append(parts, a3)
        a5 = torch.cat(parts, 2)
      out = torch.reshape(torch.transpose(torch.reshape(a5, [b, heads, t, hd]), 1, 2), [torch.mul(b, t), torch.mul(heads, hd)])
    return out
