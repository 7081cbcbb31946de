class Model(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool

  def absent(self: __torch__.Model) -> Optional[Tensor]:
    return None

  def cast(self: __torch__.Model, x: Tensor, dtype: int) -> Tensor:
    return torch.to(x, dtype)

  def seen_as(self: __torch__.Model, x: Tensor, dtype: int) -> Tensor:
    # x, bytes [n, 2 k] -> the same memory as numbers of 16 bits, [n, k]; view(dtype) cannot be called from here
    y = torch.empty([0], dtype=dtype, device=ops.prim.device(x))
    k = torch.floordiv(torch.size(x, 1), 2)
    return torch.set_(y, x, 0, [torch.size(x, 0), k], [k, 1])

  def room(self: __torch__.Model, like: Tensor, shape: List[int]) -> Tensor:
    return torch.new_zeros(like, shape)

  def fill(self: __torch__.Model, whole: Tensor, first: int, rows: Tensor) -> int:
    _0 = torch.copy_(torch.narrow(whole, 0, first, torch.size(rows, 0)), rows)
    return first

  def rms(self: __torch__.Model, x: Tensor, w: Tensor, eps: float) -> Tensor:
    # over the last axis, in float32; as torch.rms_norm, in fewer kernels
    x32 = torch.to(x, 6)
    n = torch.linalg_vector_norm(x32, 2, [-1], True)
    r = torch.rsqrt(torch.add(torch.div(torch.mul(n, n), torch.size(x, -1)), eps))
    return torch.type_as(torch.mul(torch.mul(x32, r), w), x)

  def centred(self: __torch__.Model, x: Tensor, w: Tensor, b: Tensor, eps: float) -> Tensor:
    # LayerNorm over the last axis, in float32
    return torch.type_as(torch.layer_norm(torch.to(x, 6), [torch.size(x, -1)], w, b, eps), x)

  def act(self: __torch__.Model, x: Tensor, kind: int) -> Tensor:
    if torch.eq(kind, 0):
      y = torch.silu(x)
    elif torch.eq(kind, 1):
      y = torch.gelu(x)
    elif torch.eq(kind, 2):
      y = torch.gelu(x, approximate="tanh")
    elif torch.eq(kind, 3):
      y = torch.relu(x)
    elif torch.eq(kind, 4):
      y = torch.square(torch.relu(x))
    else:
      y = torch.mul(x, torch.sigmoid(torch.mul(x, 1.702)))
    return y

  def gated(self: __torch__.Model, gu: Tensor, ffn: int, kind: int) -> Tensor:
    # gu [r, 2 ffn]: gate, then up
    return torch.mul((self).act(torch.narrow(gu, 1, 0, ffn), kind, ), torch.narrow(gu, 1, ffn, ffn))

  def rotate(self: __torch__.Model, x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    # x [b, t, heads, hd]; cos, sin [b or 1, t, 1, width], of which the first half of sin is negated, so that turning is two
    # products and a sum. What lies beyond the width stays
    width = torch.size(cos, -1)
    half = torch.floordiv(width, 2)
    swapped = torch.cat([torch.narrow(x, -1, half, half), torch.narrow(x, -1, 0, half)], -1)
    rest = torch.sub(torch.size(x, -1), width)
    if torch.eq(rest, 0):
      y = torch.addcmul(torch.mul(x, cos), swapped, sin)
    else:
      turned = torch.addcmul(torch.mul(torch.narrow(x, -1, 0, width), cos), swapped, sin)
      y = torch.cat([turned, torch.narrow(x, -1, width, rest)], -1)
    return y

  def remember(self: __torch__.Model, k: Tensor, v: Tensor, keys: Tensor, values: Tensor, at: int) -> int:
    # k, v [b, t, kv, hd], written to the cache [b, kv, context, hd] from slot `at` on
    t = torch.size(k, 1)
    _0 = torch.copy_(torch.narrow(keys, 2, at, t), torch.transpose(k, 1, 2))
    _1 = torch.copy_(torch.narrow(values, 2, at, t), torch.transpose(v, 1, 2))
    return torch.add(at, t)

  def norm(self: __torch__.Model, x: Tensor, w: Tuple[Tensor, Optional[Tensor], Weight, float, float]) -> Tensor:
    # x [r, d], after the last block
    n, b, head, eps, cap, = w
    if torch.__is__(b, None):
      y = (self).rms(x, n, eps, )
    else:
      y = (self).centred(x, n, unchecked_cast(Tensor, b), eps, )
    return y

  def unbent(self: __torch__.Model, h: Tensor, w: Tuple[Tensor, Optional[Tensor], Weight, float, float]) -> Tensor:
    # h [r, d], normed, or changes of it -> what they are to each logit before it is bent, [r, vocabulary], float32
    n, b, head, eps, cap, = w
    return torch.to((self).linear(h, head, ), 6)

  def head(self: __torch__.Model, h: Tensor, w: Tuple[Tensor, Optional[Tensor], Weight, float, float]) -> Tensor:
    # h [r, d], normed -> logits [r, vocabulary], float32
    n, b, head, eps, cap, = w
    logits = (self).unbent(h, w, )
    if torch.gt(cap, 0.):
      y = torch.mul(torch.tanh(torch.div(logits, cap)), cap)
    else:
      y = logits
    return y

