  def pack(self: __torch__.Model, w: Tensor, b: Optional[Tensor]) -> Weight:
    # 16-bit weights in the order of FBGEMM, which widens them in registers: activations and sums stay float32
    return ops.quantized.linear_prepack_fp16(w, b)

  def straight(self: __torch__.Model, x: Tensor, w: Weight) -> Tensor:
    return ops.quantized.linear_dynamic_fp16(x, w)

  def straight_add(self: __torch__.Model, x: Tensor, w: Weight, other: Tensor) -> Tensor:
    return torch.add_(ops.quantized.linear_dynamic_fp16(x, w), other)

