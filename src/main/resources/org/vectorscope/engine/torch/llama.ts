class Model(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool

  def absent(self: __torch__.Model) -> Optional[Tensor]:
    return None

  def rotate(self: __torch__.Model, x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    # x [b, t, heads, hd]; sin has its first half negated, so that turning is two products and a sum
    half = torch.floordiv(torch.size(x, -1), 2)
    swapped = torch.cat([torch.narrow(x, -1, half, half), torch.narrow(x, -1, 0, half)], -1)
    return torch.addcmul(torch.mul(x, cos), swapped, sin)

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

  def attend(self: __torch__.Model, q: Tensor, k: Tensor, v: Tensor, mask: Optional[Tensor]) -> Tensor:
    # q [b, t, heads, hd]; k, v [b, kv, s, hd]; mask additive [b or 1, 1, t or less, s or more], a query sees nothing
    # after its own place; without one: causal, t = s or t = 1.
    # The fused kernel is called by name: the public function takes a slow path where key-value heads are shared
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
      a1, _1, = torch._scaled_dot_product_flash_attention_for_cpu(torch.reshape(q, [b, kv, g, hd]), k, v, 0., False, attn_mask=m1)
      out = torch.reshape(a1, [b, torch.mul(heads, hd)])
    else:
      # groups become batch rows, their heads see one key-value head through stride 0: nothing is copied
      bk = torch.mul(b, kv)
      k5 = torch.expand(torch.unsqueeze(torch.reshape(k, [bk, s, hd]), 1), [bk, g, s, hd])
      v5 = torch.expand(torch.unsqueeze(torch.reshape(v, [bk, s, hd]), 1), [bk, g, s, hd])
      q5 = torch.reshape(torch.transpose(q, 1, 2), [bk, g, t, hd])
      if torch.__is__(mask, None):
        a2, _2, = torch._scaled_dot_product_flash_attention_for_cpu(q5, k5, v5, 0., True)
        a5 = a2
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
          a3, _3, = torch._scaled_dot_product_flash_attention_for_cpu(torch.narrow(q5, 2, first_row, rows), torch.narrow(k5, 2, 0, seen), torch.narrow(v5, 2, 0, seen), 0., False, attn_mask=m5)
          _6 = torch.append(parts, a3)
        a5 = torch.cat(parts, 2)
      out = torch.reshape(torch.transpose(torch.reshape(a5, [b, heads, t, hd]), 1, 2), [torch.mul(b, t), torch.mul(heads, hd)])
    return out

  def rms(self: __torch__.Model, x: Tensor, w: Tensor, eps: float) -> Tensor:
    # as torch.rms_norm, in fewer kernels
    n = torch.linalg_vector_norm(x, 2, [1], True)
    r = torch.rsqrt(torch.add(torch.div(torch.mul(n, n), torch.size(x, 1)), eps))
    return torch.mul(torch.mul(x, r), w)

  def block(self: __torch__.Model, x: Tensor, w: Tuple[Tensor, Tensor, Optional[Tensor], Tensor, Optional[Tensor], Tensor, Tensor, Optional[Tensor], Tensor, Optional[Tensor], int, int, float], cos: Tensor, sin: Tensor, keys: Tensor, values: Tensor, at: int, mask: Optional[Tensor]) -> Tensor:
    # x [b t, d]; cos, sin [b or 1, t, 1, hd]; keys, values [b, kv, context, hd], filled up to `at`.
    # Weights of q, k and v lie below each other in one matrix, as do those of gate and up
    n1, wqkv, bqkv, wo, bo, n2, wgu, bgu, wd, bd, heads, ffn, eps, = w
    b = torch.size(keys, 0)
    kv = torch.size(keys, 1)
    hd = torch.size(keys, 3)
    t = torch.floordiv(torch.size(x, 0), b)
    turned = torch.add(heads, kv)
    h = (self).rms(x, n1, eps, )
    qkv = torch.reshape((self).linear(h, wqkv, bqkv, ), [b, t, torch.add(turned, kv), hd])
    qk = (self).rotate(torch.narrow(qkv, 2, 0, turned), cos, sin, )
    _4 = torch.copy_(torch.narrow(keys, 2, at, t), torch.transpose(torch.narrow(qk, 2, heads, kv), 1, 2))
    _5 = torch.copy_(torch.narrow(values, 2, at, t), torch.transpose(torch.narrow(qkv, 2, turned, kv), 1, 2))
    s = torch.add(at, t)
    a = (self).attend(torch.narrow(qk, 2, 0, heads), torch.narrow(keys, 2, 0, s), torch.narrow(values, 2, 0, s), mask, )
    mid = (self).linear_add(a, wo, bo, x, )
    gu = (self).linear((self).rms(mid, n2, eps, ), wgu, bgu, )
    gated = torch.mul(torch.silu(torch.narrow(gu, 1, 0, ffn)), torch.narrow(gu, 1, ffn, ffn))
    return (self).linear_add(gated, wd, bd, mid, )

  def norm(self: __torch__.Model, x: Tensor, w: Tuple[Tensor, Tensor, float]) -> Tensor:
    # x [r, d], after the last block
    n, head, eps, = w
    return (self).rms(x, n, eps, )

  def head(self: __torch__.Model, h: Tensor, w: Tuple[Tensor, Tensor, float]) -> Tensor:
    # h [r, d], normed -> logits [r, vocabulary]
    n, head, eps, = w
    return (self).linear(h, head, None, )
