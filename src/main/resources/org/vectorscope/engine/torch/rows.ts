  def look(self: __torch__.Model, q: Tensor, k: Tensor, v: Tensor, keys: Tensor, values: Tensor, at: int, mask: Optional[Tensor], scale: float, cap: float) -> Tensor:
    # q [b, t, heads, hd]; k, v [b, t, kv, hd] of the same tokens -> [b t, heads hd]
    s = (self).remember(k, v, keys, values, at, )
    return (self).attend(q, torch.narrow(keys, 2, 0, s), torch.narrow(values, 2, 0, s), mask, scale, cap, )

  def linear(self: __torch__.Model, x: Tensor, w: Weight) -> Tensor:
    return (self).straight(x, w, )

  def linear_add(self: __torch__.Model, x: Tensor, w: Weight, other: Tensor) -> Tensor:
    return (self).straight_add(x, w, other, )

