  def pack(self: __torch__.Model, w: Tensor, b: Optional[Tensor]) -> Weight:
    # bfloat16 weights and activations on processors that cannot multiply them: float16 holds the weights (those under
    # 6e-5 lose bits), sums are float32
    return (self).pack_half(torch.to(w, 15), b, )

  def straight(self: __torch__.Model, x: Tensor, w: Weight) -> Tensor:
    return torch.to((self).times_half(torch.to(x, 6), w, ), 15)

  def straight_add(self: __torch__.Model, x: Tensor, w: Weight, other: Tensor) -> Tensor:
    return torch.add_((self).straight(x, w, ), other)

