class Llama(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool

  def absent(self: __torch__.Llama) -> Optional[Tensor]:
    return None

  def embed(self: __torch__.Llama, ids: Tensor, w: Tuple[Tensor, int]) -> Tensor:
    # ids [r] -> [r, d]
    table, _0, = w
    return torch.embedding(table, ids)

  def rotate(self: __torch__.Llama, x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    # x [b, t, heads, hd]; sin has its first half negated, so that turning is two products and a sum
    half = torch.floordiv(torch.size(x, -1), 2)
    swapped = torch.cat([torch.narrow(x, -1, half, half), torch.narrow(x, -1, 0, half)], -1)
    return torch.addcmul(torch.mul(x, cos), swapped, sin)

  def attend(self: __torch__.Llama, q: Tensor, k: Tensor, v: Tensor, mask: Optional[Tensor]) -> Tensor:
    # q [b, t, heads, hd]; k, v [b, kv, s, hd]; mask additive [b or 1, 1, t, s]; without one: causal, t = s or t = 1
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
        m5 = torch.reshape(torch.expand(unchecked_cast(Tensor, mask), [b, kv, t, s]), [bk, 1, t, s])
        a3, _3, = torch._scaled_dot_product_flash_attention_for_cpu(q5, k5, v5, 0., False, attn_mask=m5)
        a5 = a3
      out = torch.reshape(torch.transpose(torch.reshape(a5, [b, heads, t, hd]), 1, 2), [torch.mul(b, t), torch.mul(heads, hd)])
    return out

  def block(self: __torch__.Llama, x: Tensor, w: Tuple[Tensor, Tensor, Optional[Tensor], Tensor, Optional[Tensor], Tensor, Optional[Tensor], Tensor, Optional[Tensor], Tensor, Tensor, Optional[Tensor], Tensor, Optional[Tensor], Tensor, Optional[Tensor], int, float], cos: Tensor, sin: Tensor, keys: Tensor, values: Tensor, at: int, mask: Optional[Tensor]) -> Tensor:
    # x [b t, d]; cos, sin [b or 1, t, 1, hd]; keys, values [b, kv, context, hd], filled up to `at`
    n1, wq, bq, wk, bk, wv, bv, wo, bo, n2, wg, bg, wu, bu, wd, bd, hd, eps, = w
    b = torch.size(keys, 0)
    kv = torch.size(keys, 1)
    d = torch.size(x, 1)
    t = torch.floordiv(torch.size(x, 0), b)
    heads = torch.floordiv(torch.size(wq, 0), hd)
    h = torch.rms_norm(x, [d], n1, eps)
    q = (self).rotate(torch.reshape(torch.linear(h, wq, bq), [b, t, heads, hd]), cos, sin, )
    k = (self).rotate(torch.reshape(torch.linear(h, wk, bk), [b, t, kv, hd]), cos, sin, )
    v = torch.reshape(torch.linear(h, wv, bv), [b, t, kv, hd])
    _4 = torch.copy_(torch.narrow(keys, 2, at, t), torch.transpose(k, 1, 2))
    _5 = torch.copy_(torch.narrow(values, 2, at, t), torch.transpose(v, 1, 2))
    s = torch.add(at, t)
    a = (self).attend(q, torch.narrow(keys, 2, 0, s), torch.narrow(values, 2, 0, s), mask, )
    mid = torch.add(x, torch.linear(a, wo, bo))
    h2 = torch.rms_norm(mid, [d], n2, eps)
    gated = torch.mul(torch.silu(torch.linear(h2, wg, bg)), torch.linear(h2, wu, bu))
    return torch.add(mid, torch.linear(gated, wd, bd))

  def norm(self: __torch__.Llama, x: Tensor, w: Tuple[Tensor, Tensor, float]) -> Tensor:
    # x [r, d], after the last block
    n, head, eps, = w
    return torch.rms_norm(x, [torch.size(x, 1)], n, eps)

  def head(self: __torch__.Llama, h: Tensor, w: Tuple[Tensor, Tensor, float]) -> Tensor:
    # h [r, d], normed -> logits [r, vocabulary]
    n, head, eps, = w
    return torch.linear(h, head, None)
