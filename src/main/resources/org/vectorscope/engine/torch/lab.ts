class Lab(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool

  def absent(self: __torch__.Lab) -> Optional[Tensor]:
    return None

  def take(self: __torch__.Lab, x: Tensor, rows: Tensor) -> Tensor:
    # x [n, ...], rows [m] -> [m, ...]
    return torch.index_select(x, 0, rows)

  def read(self: __torch__.Lab, x: Tensor, rows: Tensor) -> Tensor:
    # x [n, d], rows [m] -> [m, d], float32
    return torch.to(torch.index_select(x, 0, rows), 6)

  def push(self: __torch__.Lab, x: Tensor, rows: Tensor, vectors: Tensor) -> Tensor:
    # x [n, d]; vectors [m, d], added to rows [m]
    return torch.index_add(x, 0, rows, torch.type_as(vectors, x))

  def add(self: __torch__.Lab, x: Tensor, vectors: Tensor) -> Tensor:
    # both [n, d]
    return torch.add(x, torch.type_as(vectors, x))

  def few(self: __torch__.Lab, h: Tensor, rows: Tensor, cap: float) -> Tensor:
    # h [n, d], rows of the head [m, d], float32 -> logits [n, m], bent to stay within the cap where it is not 0
    logits = torch.linear(torch.to(h, 6), rows)
    if torch.gt(cap, 0.):
      bent = torch.mul(torch.tanh(torch.div(logits, cap)), cap)
    else:
      bent = logits
    return bent

  def first(self: __torch__.Lab, x: Tensor, count: int) -> Tensor:
    # x [1, kv, s, hd] -> a copy of its first slots
    return torch.clone(torch.narrow(x, 2, 0, count))

  def columns(self: __torch__.Lab, mask: Tensor, count: int) -> Tensor:
    # mask [b, 1, 1, context] -> its first columns
    return torch.narrow(mask, 3, 0, count)

  def spread(self: __torch__.Lab, source: Tensor, slots: Tensor, target: Tensor, rows: Tensor) -> int:
    # source [1, kv, s, hd]; slots [m * n]: for each of the m rows of target [b, kv, context, hd] its first n slots
    kv = torch.size(source, 1)
    hd = torch.size(source, 3)
    m = torch.size(rows, 0)
    n = torch.floordiv(torch.size(slots, 0), m)
    taken = torch.reshape(torch.index_select(torch.select(source, 0, 0), 1, slots), [kv, m, n, hd])
    _0 = torch.index_copy_(torch.narrow(target, 2, 0, n), 0, rows, torch.transpose(taken, 0, 1))
    return n

  def put(self: __torch__.Lab, target: Tensor, rows: Tensor, x: Tensor) -> int:
    # x [m, ...] written to rows [m] of target [n, ...]
    _0 = torch.index_copy_(target, 0, rows, torch.type_as(x, target))
    return 0

  def keep(self: __torch__.Lab, target: Tensor, step: int, rows: Tensor, x: Tensor) -> int:
    # x [m, d] written to target [n, steps, d] at one step of rows [m]
    _0 = torch.index_copy_(torch.select(target, 1, step), 0, rows, torch.type_as(x, target))
    return 0

  def place(self: __torch__.Lab, target: Tensor, row: int, first: int, x: Tensor) -> int:
    # x [m, d] written to steps first and after of one row of target [n, steps, d]
    _0 = torch.copy_(torch.narrow(torch.select(target, 0, row), 0, first, torch.size(x, 0)), x)
    return 0

  def cosine(self: __torch__.Lab, x: Tensor, direction: Tensor) -> Tensor:
    # x [n, d], direction [d] -> [n], float64
    x64 = torch.to(x, 7)
    d64 = torch.to(direction, 7)
    length = torch.mul(torch.linalg_vector_norm(x64, 2, [1]), torch.linalg_vector_norm(d64))
    return torch.div(torch.mv(x64, d64), length)

  def greedy(self: __torch__.Lab, logits: Tensor) -> Tensor:
    # logits [n, vocabulary] -> ids [n], the lowest of equals; -1 where a logit is no number
    return torch.where(torch.isfinite(torch.amax(logits, [1])), torch.argmax(logits, 1), -1)

  def draw(self: __torch__.Lab, logits: Tensor, temperature: float, top_p: float, u: Tensor) -> Tensor:
    # inverse of the distribution function in the vocabulary's order; u [n], float64, in [0, 1) -> ids [n]
    p = torch.softmax(torch.div(logits, temperature), 1)
    if torch.lt(top_p, 1.):
      kept = (self).nucleus(p, top_p, )
    else:
      kept = p
    below = torch.cumsum(kept, 1, dtype=7)
    total = torch.select(below, 1, -1)
    target = torch.unsqueeze(torch.mul(u, total), 1)
    ids = torch.squeeze(torch.searchsorted(below, target, right=True), 1)
    last = torch.sub(torch.size(logits, 1), 1)
    return torch.where(torch.isfinite(total), torch.clamp(ids, 0, last), -1)

  def nucleus(self: __torch__.Lab, p: Tensor, top_p: float) -> Tensor:
    # the fewest likeliest tokens whose probabilities reach top_p; the others become 0. Few are sorted first
    few = ops.prim.min(torch.size(p, 1), 256)
    best, _0, = torch.topk(p, few, 1, True, True)
    if torch.lt(float(torch.amin(torch.sum(best, [1]))), top_p):
      every, _1, = torch.sort(p, 1, True)
      ranked = every
    else:
      ranked = best
    before = torch.sub(torch.cumsum(ranked, 1), ranked)
    least = torch.amin(torch.where(torch.lt(before, top_p), ranked, 2.), [1], True)
    return torch.mul(p, torch.ge(p, least))

  def compare(self: __torch__.Lab, ours: Tensor, theirs: Tensor, ids: Tensor) -> Tensor:
    # logits [n, vocabulary] of two models, ids [n] -> [2, n] float64: KL(ours | theirs), -log theirs(id)
    a = torch.log_softmax(ours, 1)
    b = torch.log_softmax(theirs, 1)
    p = torch.exp(a)
    kl = torch.sum(torch.mul_(p, torch.sub_(a, b)), [1], dtype=7)
    nll = torch.neg(torch.squeeze(torch.gather(b, 1, torch.unsqueeze(ids, 1)), 1))
    return torch.stack([kl, torch.to(nll, 7)])

  def surprise(self: __torch__.Lab, logits: Tensor, ids: Tensor) -> Tensor:
    # logits [n, vocabulary], ids [n] -> [n] float64: -log p(id)
    b = torch.log_softmax(logits, 1)
    return torch.to(torch.neg(torch.squeeze(torch.gather(b, 1, torch.unsqueeze(ids, 1)), 1)), 7)

  def likelihoods(self: __torch__.Lab, logits: Tensor) -> Tensor:
    # logits [1, vocabulary] -> [vocabulary]
    return torch.softmax(torch.select(logits, 0, 0), 0)

  def alike(self: __torch__.Lab, logits: Tensor) -> Tensor:
    # logits [1, vocabulary] -> ones [vocabulary]
    return torch.ones_like(torch.select(logits, 0, 0))

  def largest(self: __torch__.Lab, x: Tensor) -> Tensor:
    # x [n] -> [1]
    return torch.argmax(torch.unsqueeze(x, 0), 1)

  def slopes(self: __torch__.Lab, logits: Tensor, cap: float) -> Tensor:
    # logits [1, vocabulary], bent by cap tanh(z / cap) -> d logit / dz [vocabulary]
    return torch.rsub(torch.square(torch.div(torch.select(logits, 0, 0), cap)), 1)

  def times(self: __torch__.Lab, x: Tensor, slopes: Tensor) -> Tensor:
    # x [n, vocabulary], slopes [vocabulary]
    return torch.mul(x, slopes)

  def weigh(self: __torch__.Lab, form: Tensor, mean: Tensor, table: Tensor, weights: Tensor, slopes: Tensor, shift: Tensor, first: int) -> int:
    # adds the sum of w r r' to form [d, d] and of w r to mean [d], both float64, over the rows r of table [n, d] times
    # their slopes, less shift [1, d]; weights w and slopes are those of [vocabulary] from first on
    n = torch.size(table, 0)
    bent = torch.mul(table, torch.unsqueeze(torch.narrow(slopes, 0, first, n), 1))
    r = torch.sub(bent, shift)
    weighted = torch.mul(r, torch.unsqueeze(torch.narrow(weights, 0, first, n), 1))
    _0 = torch.add_(form, torch.mm(torch.transpose(r, 0, 1), weighted))
    _1 = torch.add_(mean, torch.sum(weighted, [0], dtype=7))
    return n

  def centre(self: __torch__.Lab, form: Tensor, mean: Tensor) -> int:
    _0 = torch.sub_(form, torch.outer(mean, mean))
    return 0
