
  def pack(self: __torch__.Model, w: Tensor) -> Tensor:
    # oneDNN's own order of the weights: few rows are up to twice as fast, many as fast as before
    return ops.mkldnn._reorder_linear_weight(w, None)

  def linear(self: __torch__.Model, x: Tensor, w: Tensor, b: Optional[Tensor]) -> Tensor:
    return ops.mkldnn._linear_pointwise(x, w, b, "none", annotate(List[Optional[number]], []), "")

  def linear_add(self: __torch__.Model, x: Tensor, w: Tensor, b: Optional[Tensor], other: Tensor) -> Tensor:
    return ops.mkldnn._linear_pointwise(x, other, w, b, "add")
