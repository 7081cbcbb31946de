  def block(self: __torch__.Model, x: Tensor, w: Tuple[Tensor, Tensor, Weight, Weight, Tensor, Tensor, Weight, Weight, int, int, float, float], cos: Tensor, sin: Tensor, keys: Tensor, values: Tensor, at: int, mask: Optional[Tensor]) -> Tensor:
    # positions are in the embeddings: nothing is turned
    n1, b1, qkv, o, n2, b2, up, down, heads, kind, eps, scale, = w
    b = torch.size(keys, 0)
    hd = torch.size(keys, 3)
    t = torch.floordiv(torch.size(x, 0), b)
    all = torch.reshape((self).linear((self).centred(x, n1, b1, eps, ), qkv, ), [b, t, torch.mul(3, heads), hd])
    q = torch.narrow(all, 2, 0, heads)
    k = torch.narrow(all, 2, heads, heads)
    v = torch.narrow(all, 2, torch.mul(2, heads), heads)
    mid = (self).linear_add((self).look(q, k, v, keys, values, at, mask, scale, 0., ), o, x, )
    h = (self).act((self).linear((self).centred(mid, n2, b2, eps, ), up, ), kind, )
    return (self).linear_add(h, down, mid, )

