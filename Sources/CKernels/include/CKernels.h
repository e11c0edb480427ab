// The loops over distances, compiled once for each kind of processor and chosen at run time.
//
// One arithmetic for all of them: the squared distance of a row to a point adds the columns in index order, each step the
// difference rounded once and then one fused multiplication and addition. Lanes hold different points or different rows,
// never parts of one sum, and so every kernel gives the same bits.
#ifndef KOERS_CKERNELS_H
#define KOERS_CKERNELS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// Rows and columns are padded to whole blocks of so many numbers.
#define CK_LANES 8

// The rows that are divided. Rows stand one after the other, `columns` numbers each; `weights` may be NULL, which stands
// for weights of one.
//
// Where there are narrow copies of rows and centroids, distances are first computed in single precision; what that cannot
// decide for certain is computed anew in double precision, so that the copies make the result faster and not different.
typedef struct {
  const double *_Nonnull rows;
  const double *_Nullable weights;
  ptrdiff_t columns;
  // The rows in single precision, or NULL.
  const float *_Nullable narrow;
  // The largest length of a row.
  double reach;
} ck_data;

// Narrow centroids are padded to whole blocks of so many numbers.
#define CK_NARROW_LANES 16

// Centroids, column by column: number `cluster` of column `column` is at `column * stride + cluster`. The stride is a
// multiple of CK_LANES, and what lies beyond the last cluster is infinite.
typedef struct {
  double *_Nonnull values;
  ptrdiff_t clusters;
  ptrdiff_t stride;
  // The same in single precision, `narrow_stride` numbers a column, or NULL.
  float *_Nullable narrow;
  ptrdiff_t narrow_stride;
} ck_centroids;

// What an iteration of Lloyd reads and writes for each row and each chunk.
typedef struct {
  // The cluster of each row; -1 before the first iteration.
  int32_t *_Nonnull labels;
  // For each row how far the centroids may still move before another can be the nearest; NULL computes every row.
  double *_Nullable keys;
  // For each row how far it is from its own centroid at most, less how far that had moved when it was computed; or NULL.
  double *_Nullable owns;
  // For each cluster how far its centroid has moved, and how far any other has at most.
  double *_Nonnull moved;
  double *_Nonnull others_moved;
  // Both together: what keys are compared with, rounded up, and what new keys start from, rounded down.
  double *_Nonnull moved_up;
  double *_Nonnull moved_down;
  // Sums of the rows of each cluster (clusters x columns), then their weights, then their numbers, one a cluster each.
  double *_Nonnull totals;
} ck_state;

// The changes that a chunk of rows makes: sums (clusters x columns), then weights, then counts, one a cluster each.
typedef double ck_changes;

// Assigns the rows from `first` up to `last` to their nearest centroid, a tie going to the lowest index; adds what
// changed to `changes`, and returns the number of rows that changed cluster. `scratch` holds room for `last - first`
// indices.
typedef ptrdiff_t (*ck_assign_function)(const ck_data *_Nonnull, const ck_centroids *_Nonnull, const ck_state *_Nonnull,
                                        ptrdiff_t first, ptrdiff_t last, ck_changes *_Nonnull changes,
                                        int32_t *_Nonnull scratch);

// Adds the changes of a chunk to the totals.
typedef void (*ck_add_function)(const ck_centroids *_Nonnull, ptrdiff_t columns, const ck_state *_Nonnull,
                                const ck_changes *_Nonnull changes);

// Moves the centroids to the means that the totals give. No cluster is empty.
typedef void (*ck_move_function)(const ck_centroids *_Nonnull, ptrdiff_t columns, const ck_state *_Nonnull);

// Assigns all rows in chunks of `chunk` rows and moves the centroids, until no row changes cluster, a cluster is empty, or
// so many iterations were made. Returns the number of iterations, negative when the last left a cluster empty: its totals
// are up to date and its centroids have not moved. `changed` tells whether the last iteration changed a row.
typedef ptrdiff_t (*ck_iterate_function)(const ck_data *_Nonnull, const ck_centroids *_Nonnull, const ck_state *_Nonnull,
                                         ptrdiff_t rows, ptrdiff_t chunk, ptrdiff_t most, ck_changes *_Nonnull changes,
                                         int32_t *_Nonnull scratch, ptrdiff_t *_Nonnull changed);

// What an exchange pass reads and writes.
typedef struct {
  // The state at which the iterations ended. With keys and distances to own centroids, and when rows have no weights, most
  // rows need not be computed to know that they stay.
  ck_state state;
  int32_t *_Nonnull labels;
  // Sums of the rows (clusters x columns), total weights and numbers of rows of the clusters.
  double *_Nonnull sums;
  double *_Nonnull weights;
  double *_Nonnull counts;
  // For each cluster w / (w + 1) and w / (w - 1), stride numbers each; used when rows have no weights.
  double *_Nonnull joining;
  double *_Nonnull leaving;
  // The joining factors in single precision, and the numbers of the clusters, CK_NARROW_LANES numbers at least each.
  float *_Nonnull narrow_joining;
  const float *_Nonnull narrow_index;
  // The smallest relative gain that counts.
  double least_gain;
} ck_exchange;

// Visits the rows from `first` up to `last` in order and moves each at once to the cluster where it costs least; returns the
// number of moves. The only row of a cluster stays.
typedef ptrdiff_t (*ck_exchange_function)(const ck_data *_Nonnull, const ck_centroids *_Nonnull,
                                          const ck_exchange *_Nonnull, ptrdiff_t first, ptrdiff_t last);

// Writes the squared distances from the rows from `first` up to `last` to the centroids of their labels, or all to the first
// centroid when there are no labels; the first result is that of row `first`.
typedef void (*ck_to_own_function)(const ck_data *_Nonnull, const ck_centroids *_Nonnull, const int32_t *_Nullable labels,
                                   ptrdiff_t first, ptrdiff_t last, double *_Nonnull result);

// Writes the squared distances from `count` rows, which stand column by column with `stride` numbers a column, to one
// point. `count` and `stride` are multiples of CK_LANES.
typedef void (*ck_distances_function)(const double *_Nonnull columns, ptrdiff_t stride, ptrdiff_t count,
                                      ptrdiff_t dimensions, const double *_Nonnull point, double *_Nonnull result);

// Writes the smaller of two numbers, `count` times (a multiple of CK_LANES), and returns the sum of what was written: the
// sums of eight lanes, added up pairwise.
typedef double (*ck_minimum_function)(const double *_Nonnull first, const double *_Nonnull second, ptrdiff_t count,
                                      double *_Nonnull result);

// Adds the distances between two tiles of rows, both stored in blocks of CK_LANES rows, column by column within a block.
// For every row of the first tile the sum over the rows of the second is added to `first_sums`, and the other way round
// for `second_sums` unless it is NULL. Rows beyond `first_count` and `second_count` do not count.
typedef void (*ck_tile_function)(const double *_Nonnull first, ptrdiff_t first_count, const double *_Nonnull second,
                                 ptrdiff_t second_count, ptrdiff_t columns, double *_Nonnull first_sums,
                                 double *_Nullable second_sums);

// The kernels for one kind of processor.
typedef struct {
  const char *_Nonnull name;
  ck_assign_function _Nonnull assign;
  ck_add_function _Nonnull add;
  ck_move_function _Nonnull move;
  ck_iterate_function _Nonnull iterate;
  ck_exchange_function _Nonnull exchange;
  ck_to_own_function _Nonnull to_own;
  ck_distances_function _Nonnull distances;
  ck_minimum_function _Nonnull minimum;
  ck_tile_function _Nonnull tile;
} ck_kernels;

// The number of kinds that this processor can run, at least 1.
int ck_kinds(void);

// The kernels of a kind, from plain (0) to the fastest (`ck_kinds() - 1`).
const ck_kernels *_Nonnull ck_kernels_of_kind(int kind);

#ifdef __cplusplus
}
#endif

#endif
