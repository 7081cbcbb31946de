  def pack(self: __torch__.Model, w: Tensor, b: Optional[Tensor]) -> Weight:
    # what is not to be kept in 4 bits: in 16
    return (None, None, (self).pack_half(w, b, ), None)

  def pack_four(self: __torch__.Model, q: Tensor, scales: Tensor, zeros: Tensor, b: Optional[Tensor]) -> Weight:
    # q u8 [n, k]; scales, zeros f32 [n, k / 32]: w = scale (q - 8) + zero
    packed = torch._convert_weight_to_int4pack_for_cpu(torch.to(q, 3), 2)
    both = torch.contiguous(torch.transpose(torch.to(torch.stack([scales, zeros], -1), 15), 0, 1))
    return (packed, both, None, b)

  def quantise(self: __torch__.Model, w: Tensor, b: Optional[Tensor]) -> Weight:
    # to the nearest of 16 steps between the least and the largest of each 32 numbers; steps as bfloat16 can hold them
    n = torch.size(w, 0)
    g = torch.reshape(torch.to(w, 6), [n, -1, 32])
    least = torch.amin(g, [2])
    step = torch.to(torch.to(torch.clamp(torch.div(torch.sub(torch.amax(g, [2]), least), 15.), 1e-8), 15), 6)
    zero = torch.to(torch.to(torch.add(least, torch.mul(step, 8.)), 15), 6)
    q = torch.add(torch.round(torch.div(torch.sub(g, torch.unsqueeze(zero, 2)), torch.unsqueeze(step, 2))), 8.)
    return (self).pack_four(torch.reshape(torch.to(torch.clamp(q, 0., 15.), 0), [n, -1]), step, zero, b, )

  def straight(self: __torch__.Model, x: Tensor, w: Weight) -> Tensor:
    packed, scales, half, b, = w
    if torch.__is__(packed, None):
      y = (self).times_half(x, unchecked_cast(List[FbgemmMatrix], half), )
    else:
      x16 = torch.contiguous(torch.to(x, 15))
      y4 = torch.to(torch._weight_int4pack_mm_for_cpu(x16, unchecked_cast(Tensor, packed), 32, unchecked_cast(Tensor, scales)), 6)
      if torch.__is__(b, None):
        y = y4
      else:
        y = torch.add_(y4, unchecked_cast(Tensor, b))
    return y

  def straight_add(self: __torch__.Model, x: Tensor, w: Weight, other: Tensor) -> Tensor:
    return torch.add_((self).straight(x, w, ), other)

