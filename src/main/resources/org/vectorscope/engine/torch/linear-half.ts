  def pack(self: __torch__.Model, w: Tensor, b: Optional[Tensor]) -> Weight:
    # 16-bit weights in the order of FBGEMM, which widens them in registers: activations and sums stay float32
    return (self).pack_half(w, b, )

  def straight(self: __torch__.Model, x: Tensor, w: Weight) -> Tensor:
    return (self).times_half(x, w, )

  def straight_add(self: __torch__.Model, x: Tensor, w: Weight, other: Tensor) -> Tensor:
    return torch.add_((self).times_half(x, w, ), other)

