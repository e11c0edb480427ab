// The kernels for one kind of processor; kernels.c defines the macros and includes this file once for each kind.
//
// WIDTH numbers are worked on at once. Sums over rows always have CK_LANES lanes, whatever the width, so that the bits do
// not depend on the kind.

#define JOIN_(a, b) a##_##b
#define JOIN(a, b) JOIN_(a, b)
#define NAME_(a) #a
#define NAME(a) NAME_(a)
#define OF_KIND(name) JOIN(name, KIND)
#define INLINE TARGET static inline __attribute__((always_inline))
#define MOST_GROUPS 4
#define VECTORS (CK_LANES / WIDTH)

#ifndef CK_SHARED
#define CK_SHARED
// The relative part by which keys are kept on the safe side; rounding is a thousand times smaller for up to 1000 columns.
#define CK_SLACK 1e-10
// How many rows ahead are fetched from memory.
#define CK_AHEAD 40

// The sum of eight lanes, added up pairwise.
static inline double sum_of_lanes(const double *lanes) {
  return ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
}

typedef struct {
  double best, second;
  int index;
} nearest_result;

typedef struct {
  double smallest, largest;
} joining_factors;
#endif

// The squared distances from `rows` rows (1 or 2) to the centroids of `groups` vectors from number `from` on.
INLINE void OF_KIND(distances_to_centroids)(const double *const *rows, int row_count, ptrdiff_t columns,
                                            const double *centroids, ptrdiff_t stride, int groups,
                                            VECTOR sums[2][MOST_GROUPS]) {
  for (int r = 0; r < row_count; r++) {
    for (int g = 0; g < groups; g++) sums[r][g] = SPREAD(0.0);
  }
  for (ptrdiff_t column = 0; column < columns; column++) {
    const double *at = centroids + column * stride;
    for (int r = 0; r < row_count; r++) {
      VECTOR value = SPREAD(rows[r][column]);
      for (int g = 0; g < groups; g++) {
        VECTOR difference = SUBTRACT(value, LOAD(at + g * WIDTH));
        sums[r][g] = FUSED(difference, difference, sums[r][g]);
      }
    }
  }
}

// The smallest and second smallest of some vectors, and the lowest index of the smallest.
INLINE nearest_result OF_KIND(two_smallest)(const VECTOR *sums, int groups) {
  VECTOR low = sums[0];
  for (int g = 1; g < groups; g++) low = SMALLER(low, sums[g]);
  nearest_result result;
  result.best = LOWEST(low);
  VECTOR best = SPREAD(result.best);
  VECTOR infinite = SPREAD(__builtin_inf());
  unsigned matches = 0;
  VECTOR rest = infinite;
  for (int g = 0; g < groups; g++) {
    matches |= EQUAL(sums[g], best) << (g * WIDTH);
    rest = SMALLER(rest, WHERE_EQUAL(sums[g], best, infinite, sums[g]));
  }
  result.index = __builtin_ctz(matches);
  result.second = (matches & (matches - 1)) ? result.best : LOWEST(rest);
  return result;
}

INLINE nearest_result OF_KIND(merged)(nearest_result first, nearest_result second, int offset) {
  if (second.best < first.best) {
    second.second = second.second < first.best ? second.second : first.best;
    second.index += offset;
    return second;
  }
  first.second = first.second < second.best ? first.second : second.best;
  return first;
}

// The nearest centroids of `row_count` rows (1 or 2). `groups` is the number of vectors if that is at most MOST_GROUPS
// and known while compiling, else 0.
INLINE void OF_KIND(nearest)(const double *const *rows, int row_count, ptrdiff_t columns, const ck_centroids *centroids,
                             int groups, nearest_result *results) {
  VECTOR sums[2][MOST_GROUPS];
  if (groups > 0) {
    OF_KIND(distances_to_centroids)(rows, row_count, columns, centroids->values, centroids->stride, groups, sums);
    for (int r = 0; r < row_count; r++) results[r] = OF_KIND(two_smallest)(sums[r], groups);
    return;
  }
  const int batch = MOST_GROUPS * WIDTH;
  for (ptrdiff_t from = 0; from < centroids->clusters; from += batch) {
    ptrdiff_t left = (centroids->clusters - from + WIDTH - 1) / WIDTH;
    int now = left < MOST_GROUPS ? (int)left : MOST_GROUPS;
    if (now == MOST_GROUPS) {
      OF_KIND(distances_to_centroids)
      (rows, row_count, columns, centroids->values + from, centroids->stride, MOST_GROUPS, sums);
    } else {
      OF_KIND(distances_to_centroids)
      (rows, row_count, columns, centroids->values + from, centroids->stride, now, sums);
    }
    for (int r = 0; r < row_count; r++) {
      nearest_result found = OF_KIND(two_smallest)(sums[r], now);
      results[r] = from == 0 ? found : OF_KIND(merged)(results[r], found, (int)from);
    }
  }
}

INLINE void OF_KIND(add_row)(double *sums, const double *row, double weight, ptrdiff_t columns) {
  for (ptrdiff_t column = 0; column < columns; column++) {
    sums[column] = __builtin_fma(weight, row[column], sums[column]);
  }
}

INLINE ptrdiff_t OF_KIND(change_row)(const ck_data *data, const ck_centroids *centroids, const ck_state *state,
                                     ptrdiff_t row, int index, double *changes) {
  int32_t before = state->labels[row];
  state->labels[row] = index;
  double weight = data->weights ? data->weights[row] : 1;
  ptrdiff_t columns = data->columns, clusters = centroids->clusters;
  double *weights = changes + clusters * columns, *counts = weights + clusters;
  const double *values = data->rows + row * columns;
  if (before >= 0) {
    OF_KIND(add_row)(changes + before * columns, values, -weight, columns);
    weights[before] -= weight;
    counts[before] -= 1;
  }
  OF_KIND(add_row)(changes + index * columns, values, weight, columns);
  weights[index] += weight;
  counts[index] += 1;
  return 1;
}

INLINE ptrdiff_t OF_KIND(assign_row)(const ck_data *data, const ck_centroids *centroids, const ck_state *state,
                                     ptrdiff_t row, nearest_result found, double *changes) {
  int32_t before = state->labels[row];
  if (state->keys) {
    double own = __builtin_sqrt(found.best), other = __builtin_sqrt(found.second);
    state->keys[row] = ((other - own) - CK_SLACK * (other + own)) + state->moved_down[found.index];
    if (state->owns) state->owns[row] = own * (1 + CK_SLACK) - state->moved[found.index];
    if (found.second == __builtin_inf()) state->keys[row] = __builtin_inf();
  }
  return before == found.index ? 0 : OF_KIND(change_row)(data, centroids, state, row, found.index, changes);
}

#ifdef NARROW
#define NARROW_ROWS 4
#define NARROW_GROUPS 2

// The squared distances from NARROW_ROWS rows to all centroids, in single precision.
INLINE void OF_KIND(narrow_distances)(const float *const *rows, int row_count, ptrdiff_t columns,
                                      const ck_centroids *centroids, int groups,
                                      NARROW sums[NARROW_ROWS][NARROW_GROUPS]) {
  for (int r = 0; r < row_count; r++) {
    for (int g = 0; g < groups; g++) sums[r][g] = NARROW_SPREAD(0.0f);
  }
  for (ptrdiff_t column = 0; column < columns; column++) {
    const float *at = centroids->narrow + column * centroids->narrow_stride;
    for (int r = 0; r < row_count; r++) {
      NARROW value = NARROW_SPREAD(rows[r][column]);
      for (int g = 0; g < groups; g++) {
        NARROW difference = NARROW_SUBTRACT(value, NARROW_LOAD(at + g * NARROW_WIDTH));
        sums[r][g] = NARROW_FUSED(difference, difference, sums[r][g]);
      }
    }
  }
}

INLINE nearest_result OF_KIND(narrow_two_smallest)(const NARROW *sums, int groups) {
  NARROW low = groups > 1 ? NARROW_SMALLER(sums[0], sums[1]) : sums[0];
  float lowest = NARROW_LOWEST(low);
  NARROW best = NARROW_SPREAD(lowest), infinite = NARROW_SPREAD(__builtin_inff());
  unsigned matches = 0;
  NARROW rest = infinite;
  for (int g = 0; g < groups; g++) {
    matches |= NARROW_EQUAL(sums[g], best) << (g * NARROW_WIDTH);
    rest = NARROW_SMALLER(rest, NARROW_WHERE_EQUAL(sums[g], best, infinite, sums[g]));
  }
  nearest_result result;
  result.best = lowest;
  result.index = __builtin_ctz(matches);
  result.second = (matches & (matches - 1)) ? lowest : NARROW_LOWEST(rest);
  return result;
}

// By how much a distance in single precision may be wrong: what rounding the row and the centroid takes from the lengths of
// both, and what each column takes from the distance.
INLINE double OF_KIND(narrow_error)(const ck_data *data, double distance) {
  return data->reach * 0x1p-22 + distance * (double)(data->columns + 8) * 0x1p-24;
}

INLINE ptrdiff_t OF_KIND(assign_narrow)(const ck_data *data, const ck_centroids *centroids, const ck_state *state,
                                        ptrdiff_t first, ptrdiff_t count, double *changes, const int32_t *list,
                                        int narrow_groups, int groups) {
  ptrdiff_t columns = data->columns, changed = 0;
  NARROW sums[NARROW_ROWS][NARROW_GROUPS];
  for (ptrdiff_t at = 0; at < count; at += NARROW_ROWS) {
    int here = count - at < NARROW_ROWS ? (int)(count - at) : NARROW_ROWS;
    const float *rows[NARROW_ROWS];
    for (int r = 0; r < NARROW_ROWS; r++) {
      rows[r] = data->narrow + (first + list[r < here ? at + r : at]) * columns;
    }
    OF_KIND(narrow_distances)(rows, NARROW_ROWS, columns, centroids, narrow_groups, sums);
    for (int r = 0; r < here; r++) {
      ptrdiff_t row = first + list[at + r];
      nearest_result found = OF_KIND(narrow_two_smallest)(sums[r], narrow_groups);
      double own = __builtin_sqrtf((float)found.best), other = __builtin_sqrtf((float)found.second);
      double error = OF_KIND(narrow_error)(data, own) + OF_KIND(narrow_error)(data, other);
      double certain = (other - own) - error;
      if (!(certain > 0) || other == __builtin_inf()) {
        const double *exact[1] = {data->rows + row * columns};
        OF_KIND(nearest)(exact, 1, columns, centroids, groups, &found);
        changed += OF_KIND(assign_row)(data, centroids, state, row, found, changes);
        continue;
      }
      state->keys[row] = (certain - error) + state->moved_down[found.index];
      if (state->owns) state->owns[row] = own + error - state->moved[found.index];
      if (state->labels[row] != found.index) {
        changed += OF_KIND(change_row)(data, centroids, state, row, found.index, changes);
      }
    }
  }
  return changed;
}
#endif

// Writes the rows that have to be computed and returns their number.
INLINE ptrdiff_t OF_KIND(rows_in_doubt)(const ck_state *state, ptrdiff_t first, ptrdiff_t last, int32_t *rows) {
  ptrdiff_t count = 0;
  if (!state->keys || state->labels[first] < 0) {
    for (ptrdiff_t row = first; row < last; row++) rows[count++] = (int32_t)(row - first);
    return count;
  }
  for (ptrdiff_t row = first; row < last; row++) {
    rows[count] = (int32_t)(row - first);
    count += !(state->moved_up[state->labels[row]] < state->keys[row]);
  }
  return count;
}

INLINE ptrdiff_t OF_KIND(assign_groups)(const ck_data *data, const ck_centroids *centroids, const ck_state *state,
                                        ptrdiff_t first, ptrdiff_t last, double *changes, int32_t *scratch,
                                        int groups) {
  ptrdiff_t count = OF_KIND(rows_in_doubt)(state, first, last, scratch);
#ifdef NARROW
  if (data->narrow && centroids->narrow && state->keys && centroids->clusters <= NARROW_GROUPS * NARROW_WIDTH) {
    if (centroids->clusters <= NARROW_WIDTH) {
      return OF_KIND(assign_narrow)(data, centroids, state, first, count, changes, scratch, 1, groups);
    }
    return OF_KIND(assign_narrow)(data, centroids, state, first, count, changes, scratch, 2, groups);
  }
#endif
  ptrdiff_t columns = data->columns, changed = 0, at = 0;
  nearest_result found[2];
  for (; at + 2 <= count; at += 2) {
    // Rows in doubt lie apart, so that the processor cannot guess which is next.
    for (ptrdiff_t ahead = at + CK_AHEAD; ahead < at + CK_AHEAD + 2 && ahead < count; ahead++) {
      const double *row = data->rows + (first + scratch[ahead]) * columns;
      for (ptrdiff_t column = 0; column < columns; column += CK_LANES) __builtin_prefetch(row + column);
    }
    ptrdiff_t one = first + scratch[at], two = first + scratch[at + 1];
    const double *rows[2] = {data->rows + one * columns, data->rows + two * columns};
    OF_KIND(nearest)(rows, 2, columns, centroids, groups, found);
    changed += OF_KIND(assign_row)(data, centroids, state, one, found[0], changes);
    changed += OF_KIND(assign_row)(data, centroids, state, two, found[1], changes);
  }
  if (at < count) {
    ptrdiff_t row = first + scratch[at];
    const double *rows[1] = {data->rows + row * columns};
    OF_KIND(nearest)(rows, 1, columns, centroids, groups, found);
    changed += OF_KIND(assign_row)(data, centroids, state, row, found[0], changes);
  }
  return changed;
}

TARGET static ptrdiff_t OF_KIND(assign)(const ck_data *data, const ck_centroids *centroids, const ck_state *state,
                                        ptrdiff_t first, ptrdiff_t last, ck_changes *changes, int32_t *scratch) {
  if (first >= last) return 0;
  switch ((centroids->clusters + WIDTH - 1) / WIDTH) {
  case 1: return OF_KIND(assign_groups)(data, centroids, state, first, last, changes, scratch, 1);
  case 2: return OF_KIND(assign_groups)(data, centroids, state, first, last, changes, scratch, 2);
  case 3: return OF_KIND(assign_groups)(data, centroids, state, first, last, changes, scratch, 3);
  case 4: return OF_KIND(assign_groups)(data, centroids, state, first, last, changes, scratch, 4);
  default: return OF_KIND(assign_groups)(data, centroids, state, first, last, changes, scratch, 0);
  }
}

TARGET static void OF_KIND(add)(const ck_centroids *centroids, ptrdiff_t columns, const ck_state *state,
                                const ck_changes *changes) {
  ptrdiff_t count = centroids->clusters * (columns + 2);
  double *totals = state->totals;
  for (ptrdiff_t at = 0; at < count; at++) totals[at] += changes[at];
}

TARGET static void OF_KIND(move)(const ck_centroids *centroids, ptrdiff_t columns, const ck_state *state) {
  ptrdiff_t clusters = centroids->clusters, stride = centroids->stride;
  const double *weights = state->totals + clusters * columns;
  double largest = 0, second = 0;
  for (ptrdiff_t cluster = 0; cluster < clusters; cluster++) {
    double share = 1 / weights[cluster], square = 0;
    const double *sums = state->totals + cluster * columns;
    double *at = centroids->values + cluster;
    for (ptrdiff_t column = 0; column < columns; column++) {
      double mean = sums[column] * share, difference = mean - at[column * stride];
      square = __builtin_fma(difference, difference, square);
      at[column * stride] = mean;
    }
    if (centroids->narrow) {
      for (ptrdiff_t column = 0; column < columns; column++) {
        centroids->narrow[column * centroids->narrow_stride + cluster] = (float)at[column * stride];
      }
    }
    double step = __builtin_sqrt(square);
    state->moved_up[cluster] = step;
    if (step > largest) {
      second = largest;
      largest = step;
    } else if (step > second) {
      second = step;
    }
  }
  for (ptrdiff_t cluster = 0; cluster < clusters; cluster++) {
    double step = state->moved_up[cluster];
    state->moved[cluster] += step;
    state->others_moved[cluster] += step == largest ? second : largest;
    double way = state->moved[cluster] + state->others_moved[cluster];
    state->moved_up[cluster] = way * (1 + CK_SLACK);
    state->moved_down[cluster] = way * (1 - CK_SLACK);
  }
}

TARGET static ptrdiff_t OF_KIND(iterate)(const ck_data *data, const ck_centroids *centroids, const ck_state *state,
                                         ptrdiff_t rows, ptrdiff_t chunk, ptrdiff_t most, ck_changes *changes,
                                         int32_t *scratch, ptrdiff_t *changed) {
  ptrdiff_t columns = data->columns, clusters = centroids->clusters;
  ptrdiff_t count = clusters * (columns + 2), made = 0;
  const double *numbers = state->totals + clusters * (columns + 1);
  *changed = 0;
  while (made < most) {
    made += 1;
    *changed = 0;
    for (ptrdiff_t first = 0; first < rows; first += chunk) {
      for (ptrdiff_t at = 0; at < count; at++) changes[at] = 0;
      ptrdiff_t last = rows - first < chunk ? rows : first + chunk;
      ptrdiff_t here = OF_KIND(assign)(data, centroids, state, first, last, changes, scratch);
      if (here > 0) OF_KIND(add)(centroids, columns, state, changes);
      *changed += here;
    }
    for (ptrdiff_t cluster = 0; cluster < clusters; cluster++) {
      if (numbers[cluster] == 0) return -made;
    }
    if (*changed == 0) break;
    OF_KIND(move)(centroids, columns, state);
  }
  return made;
}

// What it costs a row to join each centroid of a batch: its squared distance times w / (w + weight), infinite for its own.
INLINE void OF_KIND(joining_costs)(const ck_exchange *state, const double *weight, int own, ptrdiff_t from, int groups,
                                   VECTOR *sums) {
  static const double steps[CK_LANES] = {0, 1, 2, 3, 4, 5, 6, 7};
  for (int g = 0; g < groups; g++) {
    ptrdiff_t at = from + g * WIDTH;
    VECTOR factor;
    if (weight) {
      VECTOR total = LOAD(state->weights + at);
      factor = DIVIDE(total, ADD(total, SPREAD(*weight)));
    } else {
      factor = LOAD(state->joining + at);
    }
    VECTOR index = ADD(LOAD(steps), SPREAD((double)at));
    sums[g] = WHERE_EQUAL(index, SPREAD((double)own), SPREAD(__builtin_inf()), MULTIPLY(sums[g], factor));
  }
}

// The smallest and largest factor of joining.
INLINE joining_factors OF_KIND(factors)(const ck_exchange *state, ptrdiff_t clusters) {
  joining_factors result = {1, 0};
  for (ptrdiff_t cluster = 0; cluster < clusters; cluster++) {
    double factor = state->joining[cluster];
    if (factor < result.smallest) result.smallest = factor;
    if (factor > result.largest) result.largest = factor;
  }
  return result;
}

// Whether the bounds are enough to know that a row stays where it is: with u the distance to its own centroid at most and m
// how much farther any other is at least, no joining cost (u + m)^2 * smallest factor is below the leaving cost.
INLINE int OF_KIND(is_bound)(const ck_exchange *state, ptrdiff_t row, int own, double smallest) {
  const ck_state *bounds = &state->state;
  double left = bounds->keys[row] - bounds->moved_up[own];
  if (!(left > 0)) return 0;
  double way = bounds->moved[own];
  double far = (bounds->owns[row] + way) * (1 + 1e-9) + way * 1e-9;
  double ratio = __builtin_sqrt(state->leaving[own] / smallest) - 1;
  return left > far * ratio * (1 + 1e-6);
}

// Adds to the ways of the centroids what a move makes of them.
INLINE void OF_KIND(add_ways)(const ck_state *state, ptrdiff_t clusters, int from, int to, double from_step,
                              double to_step) {
  double larger = from_step > to_step ? from_step : to_step;
  for (ptrdiff_t cluster = 0; cluster < clusters; cluster++) {
    if (cluster == from) {
      state->moved[cluster] += from_step;
      state->others_moved[cluster] += to_step;
    } else if (cluster == to) {
      state->moved[cluster] += to_step;
      state->others_moved[cluster] += from_step;
    } else {
      state->others_moved[cluster] += larger;
    }
    double way = state->moved[cluster] + state->others_moved[cluster];
    state->moved_up[cluster] = way * (1 + CK_SLACK);
    state->moved_down[cluster] = way * (1 - CK_SLACK);
  }
}

INLINE void OF_KIND(move_row)(const ck_data *data, const ck_centroids *centroids, const ck_exchange *state,
                              ptrdiff_t row, int from, int to) {
  ptrdiff_t columns = data->columns;
  double weight = data->weights ? data->weights[row] : 1;
  const double *values = data->rows + row * columns;
  state->labels[row] = to;
  OF_KIND(add_row)(state->sums + from * columns, values, -weight, columns);
  OF_KIND(add_row)(state->sums + to * columns, values, weight, columns);
  state->weights[from] -= weight;
  state->weights[to] += weight;
  state->counts[from] -= 1;
  state->counts[to] += 1;
  const int pair[2] = {from, to};
  double steps[2] = {0, 0};
  for (int side = 0; side < 2; side++) {
    int cluster = pair[side];
    double total = state->weights[cluster], share = 1 / total, square = 0;
    const double *sums = state->sums + cluster * columns;
    for (ptrdiff_t column = 0; column < columns; column++) {
      double mean = sums[column] * share;
      double difference = mean - centroids->values[column * centroids->stride + cluster];
      square = __builtin_fma(difference, difference, square);
      centroids->values[column * centroids->stride + cluster] = mean;
      if (centroids->narrow) centroids->narrow[column * centroids->narrow_stride + cluster] = (float)mean;
    }
    state->joining[cluster] = total / (total + 1);
    state->narrow_joining[cluster] = (float)state->joining[cluster];
    state->leaving[cluster] = total / (total - 1);
    steps[side] = __builtin_sqrt(square);
  }
  if (state->state.keys) {
    OF_KIND(add_ways)(&state->state, centroids->clusters, from, to, steps[0], steps[1]);
    state->state.keys[row] = -__builtin_inf();
  }
}

#ifdef NARROW
// Whether its distances in single precision are enough to know that a row stays where it is.
INLINE int OF_KIND(stays)(const ck_data *data, const ck_exchange *state, ptrdiff_t row, int groups, joining_factors slack,
                          const NARROW *sums) {
  int own = state->labels[row];
  float squares[NARROW_GROUPS * NARROW_WIDTH];
  for (int g = 0; g < groups; g++) NARROW_STORE(squares + g * NARROW_WIDTH, sums[g]);
  NARROW low = NARROW_SPREAD(__builtin_inff());
  for (int g = 0; g < groups; g++) {
    NARROW index = NARROW_LOAD(state->narrow_index + g * NARROW_WIDTH);
    NARROW cost = NARROW_MULTIPLY(sums[g], NARROW_LOAD(state->narrow_joining + g * NARROW_WIDTH));
    low = NARROW_SMALLER(low, NARROW_WHERE_EQUAL(index, NARROW_SPREAD((float)own), NARROW_SPREAD(__builtin_inff()), cost));
  }
  double joining = NARROW_LOWEST(low), leaving = (double)squares[own] * state->leaving[own];
  if (joining <= leaving || joining == __builtin_inf()) return 0;
  double root = __builtin_sqrt(joining);
  double error = OF_KIND(narrow_error)(data, root);
  if (!(root > 64 * error && joining - leaving > 16 * root * error)) return 0;
  const ck_state *bounds = &state->state;
  if (bounds->keys && bounds->owns) {
    // A cost is a square times a factor below the largest, so that the nearest other centroid is at least so far away.
    double other = __builtin_sqrt(joining / slack.largest), here = __builtin_sqrt((double)squares[own]);
    error = 2 * OF_KIND(narrow_error)(data, other);
    bounds->keys[row] = ((other - here) - 2 * error) + bounds->moved_down[own];
    bounds->owns[row] = here + error - bounds->moved[own];
  }
  return 1;
}
#endif

// Moves a row to the cluster where it costs least, if that is not its own; returns whether it moved.
INLINE int OF_KIND(exchange_row)(const ck_data *data, const ck_centroids *centroids, const ck_exchange *state,
                                 ptrdiff_t row, int groups) {
  VECTOR sums[2][MOST_GROUPS];
  double squares[MOST_GROUPS * WIDTH];
  const int batch = MOST_GROUPS * WIDTH, own = state->labels[row];
  const double *rows[1] = {data->rows + row * data->columns};
  const double *weight = data->weights ? data->weights + row : NULL;
  double own_square = 0;
  nearest_result found = {0, 0, 0};
  for (ptrdiff_t from = 0; from < centroids->clusters; from += batch) {
    int now = groups;
    if (groups == 0) {
      ptrdiff_t left = (centroids->clusters - from + WIDTH - 1) / WIDTH;
      now = left < MOST_GROUPS ? (int)left : MOST_GROUPS;
    }
    OF_KIND(distances_to_centroids)(rows, 1, data->columns, centroids->values + from, centroids->stride, now, sums);
    for (int g = 0; g < now; g++) STORE(squares + g * WIDTH, sums[0][g]);
    if (own >= from && own < from + now * WIDTH) own_square = squares[own - from];
    OF_KIND(joining_costs)(state, weight, own, from, now, sums[0]);
    nearest_result part = OF_KIND(two_smallest)(sums[0], now);
    found = from == 0 ? part : OF_KIND(merged)(found, part, (int)from);
    if (groups > 0) break;
  }
  double total = state->weights[own];
  double leaving = own_square * (weight ? total / (total - *weight) : state->leaving[own]);
  if (!(found.best < leaving * (1 - state->least_gain))) return 0;
  OF_KIND(move_row)(data, centroids, state, row, own, found.index);
  return 1;
}

#define EXCHANGE_ROWS 4

// Some rows are looked at together, so that a step need not wait for the one before; when one of them moves, those after it
// are looked at anew.
INLINE ptrdiff_t OF_KIND(exchange_groups)(const ck_data *data, const ck_centroids *centroids, const ck_exchange *state,
                                          ptrdiff_t first, ptrdiff_t last, int groups, int narrow_groups) {
  (void)narrow_groups;
  int bounded = state->state.keys && state->state.owns && !data->weights;
  joining_factors slack = OF_KIND(factors)(state, centroids->clusters);
  ptrdiff_t moves = 0, row = first;
  while (row < last) {
    ptrdiff_t list[EXCHANGE_ROWS];
    int count = 0;
    for (; row < last && count < EXCHANGE_ROWS; row++) {
      int own = state->labels[row];
      if (state->counts[own] <= 1) continue;
      if (bounded && OF_KIND(is_bound)(state, row, own, slack.smallest)) continue;
      list[count++] = row;
    }
    if (count == 0) break;
#ifdef NARROW
    NARROW sums[NARROW_ROWS][NARROW_GROUPS];
    if (narrow_groups > 0) {
      const float *rows[NARROW_ROWS];
      for (int r = 0; r < NARROW_ROWS; r++) rows[r] = data->narrow + list[r < count ? r : 0] * data->columns;
      OF_KIND(narrow_distances)(rows, NARROW_ROWS, data->columns, centroids, narrow_groups, sums);
    }
#endif
    for (int r = 0; r < count; r++) {
#ifdef NARROW
      if (narrow_groups > 0 && OF_KIND(stays)(data, state, list[r], narrow_groups, slack, sums[r])) continue;
#endif
      if (OF_KIND(exchange_row)(data, centroids, state, list[r], groups)) {
        moves += 1;
        slack = OF_KIND(factors)(state, centroids->clusters);
        row = list[r] + 1;
        break;
      }
    }
  }
  return moves;
}

INLINE ptrdiff_t OF_KIND(exchange_kinds)(const ck_data *data, const ck_centroids *centroids, const ck_exchange *state,
                                         ptrdiff_t first, ptrdiff_t last, int groups) {
#ifdef NARROW
  if (data->narrow && centroids->narrow && !data->weights && groups > 0) {
    if (centroids->clusters <= NARROW_WIDTH) {
      return OF_KIND(exchange_groups)(data, centroids, state, first, last, groups, 1);
    }
    if (centroids->clusters <= NARROW_GROUPS * NARROW_WIDTH) {
      return OF_KIND(exchange_groups)(data, centroids, state, first, last, groups, 2);
    }
  }
#endif
  return OF_KIND(exchange_groups)(data, centroids, state, first, last, groups, 0);
}

TARGET static ptrdiff_t OF_KIND(exchange)(const ck_data *data, const ck_centroids *centroids, const ck_exchange *state,
                                          ptrdiff_t first, ptrdiff_t last) {
  switch ((centroids->clusters + WIDTH - 1) / WIDTH) {
  case 1: return OF_KIND(exchange_kinds)(data, centroids, state, first, last, 1);
  case 2: return OF_KIND(exchange_kinds)(data, centroids, state, first, last, 2);
  case 3: return OF_KIND(exchange_kinds)(data, centroids, state, first, last, 3);
  case 4: return OF_KIND(exchange_kinds)(data, centroids, state, first, last, 4);
  default: return OF_KIND(exchange_kinds)(data, centroids, state, first, last, 0);
  }
}

// Several rows at once, so that a step need not wait for the one before.
#define OWN_ROWS 4

TARGET static void OF_KIND(to_own)(const ck_data *data, const ck_centroids *centroids, const int32_t *labels,
                                   ptrdiff_t first, ptrdiff_t last, double *result) {
  ptrdiff_t columns = data->columns, stride = centroids->stride;
  for (ptrdiff_t row = first; row < last; row += OWN_ROWS) {
    int count = last - row < OWN_ROWS ? (int)(last - row) : OWN_ROWS;
    const double *rows[OWN_ROWS], *points[OWN_ROWS];
    double sums[OWN_ROWS];
    for (int r = 0; r < OWN_ROWS; r++) {
      ptrdiff_t at = r < count ? row + r : row;
      rows[r] = data->rows + at * columns;
      points[r] = centroids->values + (labels ? labels[at] : 0);
      sums[r] = 0;
    }
    for (ptrdiff_t column = 0; column < columns; column++) {
      for (int r = 0; r < OWN_ROWS; r++) {
        double difference = rows[r][column] - points[r][column * stride];
        sums[r] = __builtin_fma(difference, difference, sums[r]);
      }
    }
    for (int r = 0; r < count; r++) result[row - first + r] = sums[r];
  }
}

TARGET static void OF_KIND(distances)(const double *columns, ptrdiff_t stride, ptrdiff_t count, ptrdiff_t dimensions,
                                      const double *point, double *result) {
  ptrdiff_t row = 0;
  for (; row + 2 * CK_LANES <= count; row += 2 * CK_LANES) {
    VECTOR sums[2 * VECTORS];
    for (int v = 0; v < 2 * VECTORS; v++) sums[v] = SPREAD(0.0);
    for (ptrdiff_t column = 0; column < dimensions; column++) {
      const double *at = columns + column * stride + row;
      VECTOR value = SPREAD(point[column]);
      for (int v = 0; v < 2 * VECTORS; v++) {
        VECTOR difference = SUBTRACT(LOAD(at + v * WIDTH), value);
        sums[v] = FUSED(difference, difference, sums[v]);
      }
    }
    for (int v = 0; v < 2 * VECTORS; v++) STORE(result + row + v * WIDTH, sums[v]);
  }
  for (; row < count; row += WIDTH) {
    VECTOR sum = SPREAD(0.0);
    for (ptrdiff_t column = 0; column < dimensions; column++) {
      VECTOR difference = SUBTRACT(LOAD(columns + column * stride + row), SPREAD(point[column]));
      sum = FUSED(difference, difference, sum);
    }
    STORE(result + row, sum);
  }
}

TARGET static double OF_KIND(minimum)(const double *first, const double *second, ptrdiff_t count, double *result) {
  VECTOR sums[VECTORS];
  for (int v = 0; v < VECTORS; v++) sums[v] = SPREAD(0.0);
  for (ptrdiff_t at = 0; at < count; at += CK_LANES) {
    for (int v = 0; v < VECTORS; v++) {
      VECTOR low = SMALLER(LOAD(first + at + v * WIDTH), LOAD(second + at + v * WIDTH));
      STORE(result + at + v * WIDTH, low);
      sums[v] = ADD(sums[v], low);
    }
  }
  double lanes[CK_LANES];
  for (int v = 0; v < VECTORS; v++) STORE(lanes + v * WIDTH, sums[v]);
  return sum_of_lanes(lanes);
}

#define TILE_ROWS 4

// The distances from some rows of a block to all rows of the second tile.
INLINE void OF_KIND(tile_rows)(const double *block, int lane, int row_count, const double *second,
                               ptrdiff_t second_count, ptrdiff_t columns, double *first_sums, double *second_sums) {
  VECTOR totals[TILE_ROWS][VECTORS];
  for (int r = 0; r < row_count; r++) {
    for (int v = 0; v < VECTORS; v++) totals[r][v] = SPREAD(0.0);
  }
  for (ptrdiff_t start = 0; start < second_count; start += CK_LANES) {
    const double *other = second + start * columns;
    VECTOR sums[TILE_ROWS][VECTORS];
    for (int r = 0; r < row_count; r++) {
      for (int v = 0; v < VECTORS; v++) sums[r][v] = SPREAD(0.0);
    }
    for (ptrdiff_t column = 0; column < columns; column++) {
      for (int r = 0; r < row_count; r++) {
        VECTOR value = SPREAD(block[column * CK_LANES + lane + r]);
        for (int v = 0; v < VECTORS; v++) {
          VECTOR difference = SUBTRACT(LOAD(other + column * CK_LANES + v * WIDTH), value);
          sums[r][v] = FUSED(difference, difference, sums[r][v]);
        }
      }
    }
    ptrdiff_t there = second_count - start;
    double mask[CK_LANES];
    for (int l = 0; l < CK_LANES; l++) mask[l] = l < there ? 1 : 0;
    for (int r = 0; r < row_count; r++) {
      for (int v = 0; v < VECTORS; v++) {
        sums[r][v] = ROOT(sums[r][v]);
        if (there < CK_LANES) {
          sums[r][v] = WHERE_EQUAL(LOAD(mask + v * WIDTH), SPREAD(1.0), sums[r][v], SPREAD(0.0));
        }
        totals[r][v] = ADD(totals[r][v], sums[r][v]);
      }
    }
    if (second_sums) {
      for (int v = 0; v < VECTORS; v++) {
        VECTOR sum = LOAD(second_sums + start + v * WIDTH);
        for (int r = 0; r < row_count; r++) sum = ADD(sum, sums[r][v]);
        STORE(second_sums + start + v * WIDTH, sum);
      }
    }
  }
  for (int r = 0; r < row_count; r++) {
    double lanes[CK_LANES];
    for (int v = 0; v < VECTORS; v++) STORE(lanes + v * WIDTH, totals[r][v]);
    first_sums[r] += sum_of_lanes(lanes);
  }
}

TARGET static void OF_KIND(tile)(const double *first, ptrdiff_t first_count, const double *second,
                                 ptrdiff_t second_count, ptrdiff_t columns, double *first_sums, double *second_sums) {
  ptrdiff_t row = 0;
  for (; row + TILE_ROWS <= first_count; row += TILE_ROWS) {
    const double *block = first + row / CK_LANES * CK_LANES * columns;
    OF_KIND(tile_rows)
    (block, (int)(row % CK_LANES), TILE_ROWS, second, second_count, columns, first_sums + row, second_sums);
  }
  for (; row < first_count; row++) {
    const double *block = first + row / CK_LANES * CK_LANES * columns;
    OF_KIND(tile_rows)(block, (int)(row % CK_LANES), 1, second, second_count, columns, first_sums + row, second_sums);
  }
}

static const ck_kernels OF_KIND(kernels) = {
    NAME(KIND),
    OF_KIND(assign),
    OF_KIND(add),
    OF_KIND(move),
    OF_KIND(iterate),
    OF_KIND(exchange),
    OF_KIND(to_own),
    OF_KIND(distances),
    OF_KIND(minimum),
    OF_KIND(tile),
};

#undef NARROW_WIDTH
#undef NARROW
#undef NARROW_LOAD
#undef NARROW_STORE
#undef NARROW_SPREAD
#undef NARROW_SUBTRACT
#undef NARROW_MULTIPLY
#undef NARROW_FUSED
#undef NARROW_SMALLER
#undef NARROW_LOWEST
#undef NARROW_EQUAL
#undef NARROW_WHERE_EQUAL
#undef NARROW_ROWS
#undef NARROW_GROUPS
#undef KIND
#undef TARGET
#undef WIDTH
#undef VECTOR
#undef LOAD
#undef STORE
#undef SPREAD
#undef SUBTRACT
#undef ADD
#undef MULTIPLY
#undef DIVIDE
#undef FUSED
#undef SMALLER
#undef ROOT
#undef LOWEST
#undef EQUAL
#undef WHERE_EQUAL
#undef JOIN_
#undef JOIN
#undef NAME_
#undef NAME
#undef OF_KIND
#undef INLINE
#undef MOST_GROUPS
#undef VECTORS
#undef TILE_ROWS
#undef OWN_ROWS
#undef EXCHANGE_ROWS
