  def kernel(self: __torch__.Model, q: Tensor, k: Tensor, v: Tensor, causal: bool, mask: Optional[Tensor], scale: float) -> Tensor:
    # the public function, which chooses among the device's kernels
    return torch.scaled_dot_product_attention(q, k, v, mask, 0., causal, scale=scale)

