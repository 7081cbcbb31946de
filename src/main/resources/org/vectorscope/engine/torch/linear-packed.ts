  def pack(self: __torch__.Model, w: Tensor, b: Optional[Tensor]) -> Weight:
    # oneDNN's own order of the weights: few rows are up to twice as fast, many as fast as before
    return (ops.mkldnn._reorder_linear_weight(torch.to(w, 6), None), b)

  def straight(self: __torch__.Model, x: Tensor, w: Weight) -> Tensor:
    m, b, = w
    return ops.mkldnn._linear_pointwise(x, m, b, "none", annotate(List[Optional[number]], []), "")

  def straight_add(self: __torch__.Model, x: Tensor, w: Weight, other: Tensor) -> Tensor:
    m, b, = w
    return ops.mkldnn._linear_pointwise(x, other, m, b, "add")

