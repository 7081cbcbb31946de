  def bias16(self: __torch__.Model, b: Optional[Tensor]) -> Optional[Tensor]:
    if torch.__is__(b, None):
      c = b
    else:
      c = torch.to(unchecked_cast(Tensor, b), 15)
    return c

  def pack(self: __torch__.Model, w: Tensor, b: Optional[Tensor]) -> Weight:
    return (ops.mkldnn._reorder_linear_weight(torch.to(w, 15), None), (self).bias16(b, ))

  def straight(self: __torch__.Model, x: Tensor, w: Weight) -> Tensor:
    m, b, = w
    return ops.mkldnn._linear_pointwise(torch.to(x, 15), m, b, "none", annotate(List[Optional[number]], []), "")

  def straight_add(self: __torch__.Model, x: Tensor, w: Weight, other: Tensor) -> Tensor:
    m, b, = w
    return ops.mkldnn._linear_pointwise(torch.to(x, 15), other, m, b, "add")

