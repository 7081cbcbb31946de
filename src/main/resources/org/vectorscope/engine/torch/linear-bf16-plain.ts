  def bias16(self: __torch__.Model, b: Optional[Tensor]) -> Optional[Tensor]:
    if torch.__is__(b, None):
      c = b
    else:
      c = torch.to(unchecked_cast(Tensor, b), 15)
    return c

  def pack(self: __torch__.Model, w: Tensor, b: Optional[Tensor]) -> Weight:
    return (torch.to(w, 15), (self).bias16(b, ))

  def straight(self: __torch__.Model, x: Tensor, w: Weight) -> Tensor:
    m, b, = w
    return torch.linear(torch.to(x, 15), m, b)

  def straight_add(self: __torch__.Model, x: Tensor, w: Weight, other: Tensor) -> Tensor:
    return torch.add_((self).straight(x, w, ), other)

