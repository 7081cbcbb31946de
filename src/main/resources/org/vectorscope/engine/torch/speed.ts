class Speed(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool

  def absent(self: __torch__.Speed) -> Optional[Tensor]:
    return None

  def copy(self: __torch__.Speed, target: Tensor, source: Tensor) -> int:
    _0 = torch.copy_(target, source)
    return 0

  def multiply(self: __torch__.Speed, target: Tensor, a: Tensor, b: Tensor) -> int:
    # [n, n] each
    _0 = torch.addmm_(target, a, b, beta=0)
    return 0
