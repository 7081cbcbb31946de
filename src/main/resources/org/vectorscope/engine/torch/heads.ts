  def split(self: __torch__.Model, qkv: Tensor, qn: Optional[Tensor], kn: Optional[Tensor], heads: int, eps: float, cos: Tensor, sin: Tensor, keys: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
    # qkv [b t, (heads + 2 kv) hd]; qn, kn [hd], norms over each head -> q, k turned and v, [b, t, heads or kv, hd]
    b = torch.size(keys, 0)
    kv = torch.size(keys, 1)
    hd = torch.size(keys, 3)
    t = torch.floordiv(torch.size(qkv, 0), b)
    both = torch.add(heads, kv)
    all = torch.reshape(qkv, [b, t, torch.add(both, kv), hd])
    qk = torch.narrow(all, 2, 0, both)
    if torch.__is__(qn, None):
      normed = qk
    else:
      q1 = (self).rms(torch.narrow(qk, 2, 0, heads), unchecked_cast(Tensor, qn), eps, )
      k1 = (self).rms(torch.narrow(qk, 2, heads, kv), unchecked_cast(Tensor, kn), eps, )
      normed = torch.cat([q1, k1], 2)
    turned = (self).rotate(normed, cos, sin, )
    return (torch.narrow(turned, 2, 0, heads), torch.narrow(turned, 2, heads, kv), torch.narrow(all, 2, both, kv))

