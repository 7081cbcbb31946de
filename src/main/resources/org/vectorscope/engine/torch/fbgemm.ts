  def pack_half(self: __torch__.Model, w: Tensor, b: Optional[Tensor]) -> List[FbgemmMatrix]:
    # w [n, k] to float16 in FBGEMM's own order. Putting it there walks down the columns of what it is given: a few
    # hundred rows at a time stay in the processor's caches, which a large matrix leaves four times as slow. What it is
    # given it may also change (numbers beyond float16's largest), so it is never the file; and room of over 32 MB is the
    # system's again at once, where smaller rooms between the matrices would be left as holes
    n = torch.size(w, 0)
    k = torch.size(w, 1)
    step = ops.prim.max(128, torch.floordiv(2097152, k))
    room = torch.empty([ops.prim.max(9437184, torch.mul(step, k))], dtype=6)
    parts = annotate(List[FbgemmMatrix], [])
    for i in range(torch.floordiv(torch.sub(torch.add(n, step), 1), step)):
      first = torch.mul(i, step)
      rows = ops.prim.min(step, torch.sub(n, first))
      if torch.__is__(b, None):
        part = b
      else:
        part = torch.narrow(unchecked_cast(Tensor, b), 0, first, rows)
      given = torch.reshape(torch.narrow(room, 0, 0, torch.mul(rows, k)), [rows, k])
      _0 = torch.copy_(given, torch.narrow(w, 0, first, rows))
      _1 = torch.append(parts, ops.quantized.linear_prepack_fp16(given, part))
    return parts

  def times_half(self: __torch__.Model, x: Tensor, w: List[FbgemmMatrix]) -> Tensor:
    # x [r, k], float32 -> [r, n]
    if torch.eq(torch.len(w), 1):
      y = ops.quantized.linear_dynamic_fp16(x, w[0])
    else:
      parts = annotate(List[Tensor], [])
      for i in range(torch.len(w)):
        _0 = torch.append(parts, ops.quantized.linear_dynamic_fp16(x, w[i]))
      y = torch.cat(parts, 1)
    return y

