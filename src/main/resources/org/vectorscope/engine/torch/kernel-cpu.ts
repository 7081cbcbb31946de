  def kernel(self: __torch__.Model, q: Tensor, k: Tensor, v: Tensor, causal: bool, mask: Optional[Tensor], scale: float) -> Tensor:
    # called by name: the public function takes a slow path where key-value heads are shared
    a, _1, = torch._scaled_dot_product_flash_attention_for_cpu(q, k, v, 0., causal, attn_mask=mask, scale=scale)
    return a

