#include "CKernels.h"

#include <math.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#pragma STDC FP_CONTRACT OFF

// Plain: a lane is a number. Where the processor has no fused step the C library computes it, slowly and with the same bits.
#define KIND plain
#define TARGET
#define WIDTH 1
#define VECTOR double
#define LOAD(p) (*(p))
#define STORE(p, v) (*(p) = (v))
#define SPREAD(x) (x)
#define SUBTRACT(a, b) ((a) - (b))
#define ADD(a, b) ((a) + (b))
#define MULTIPLY(a, b) ((a) * (b))
#define DIVIDE(a, b) ((a) / (b))
#define FUSED(a, b, c) __builtin_fma((a), (b), (c))
#define SMALLER(a, b) ((a) < (b) ? (a) : (b))
#define ROOT(a) __builtin_sqrt(a)
#define LOWEST(a) (a)
#define EQUAL(a, b) ((unsigned)((a) == (b)))
#define WHERE_EQUAL(a, b, yes, no) ((a) == (b) ? (yes) : (no))
#include "kernels-of-a-kind.h"

#if defined(__x86_64__)

// AVX2 with FMA: four numbers.
#define KIND avx2
#define TARGET __attribute__((target("avx2,fma")))
#define WIDTH 4
#define VECTOR __m256d
#define LOAD(p) _mm256_loadu_pd(p)
#define STORE(p, v) _mm256_storeu_pd(p, v)
#define SPREAD(x) _mm256_set1_pd(x)
#define SUBTRACT(a, b) _mm256_sub_pd(a, b)
#define ADD(a, b) _mm256_add_pd(a, b)
#define MULTIPLY(a, b) _mm256_mul_pd(a, b)
#define DIVIDE(a, b) _mm256_div_pd(a, b)
#define FUSED(a, b, c) _mm256_fmadd_pd(a, b, c)
#define SMALLER(a, b) _mm256_min_pd(a, b)
#define ROOT(a) _mm256_sqrt_pd(a)
#define LOWEST(a) lowest_avx2(a)
#define EQUAL(a, b) ((unsigned)_mm256_movemask_pd(_mm256_cmp_pd(a, b, _CMP_EQ_OQ)))
#define WHERE_EQUAL(a, b, yes, no) _mm256_blendv_pd(no, yes, _mm256_cmp_pd(a, b, _CMP_EQ_OQ))
#define NARROW_WIDTH 8
#define NARROW __m256
#define NARROW_LOAD(p) _mm256_loadu_ps(p)
#define NARROW_STORE(p, v) _mm256_storeu_ps(p, v)
#define NARROW_SPREAD(x) _mm256_set1_ps(x)
#define NARROW_SUBTRACT(a, b) _mm256_sub_ps(a, b)
#define NARROW_MULTIPLY(a, b) _mm256_mul_ps(a, b)
#define NARROW_FUSED(a, b, c) _mm256_fmadd_ps(a, b, c)
#define NARROW_SMALLER(a, b) _mm256_min_ps(a, b)
#define NARROW_LOWEST(a) narrow_lowest_avx2(a)
#define NARROW_EQUAL(a, b) ((unsigned)_mm256_movemask_ps(_mm256_cmp_ps(a, b, _CMP_EQ_OQ)))
#define NARROW_WHERE_EQUAL(a, b, yes, no) _mm256_blendv_ps(no, yes, _mm256_cmp_ps(a, b, _CMP_EQ_OQ))
TARGET static inline double lowest_avx2(__m256d a) {
  __m128d b = _mm_min_pd(_mm256_castpd256_pd128(a), _mm256_extractf128_pd(a, 1));
  return _mm_cvtsd_f64(_mm_min_sd(b, _mm_unpackhi_pd(b, b)));
}
TARGET static inline float narrow_lowest_avx2(__m256 a) {
  __m128 b = _mm_min_ps(_mm256_castps256_ps128(a), _mm256_extractf128_ps(a, 1));
  b = _mm_min_ps(b, _mm_movehl_ps(b, b));
  return _mm_cvtss_f32(_mm_min_ss(b, _mm_movehdup_ps(b)));
}
#include "kernels-of-a-kind.h"

// AVX-512: eight numbers.
#define KIND avx512
#define TARGET __attribute__((target("avx512f,avx2,fma")))
#define WIDTH 8
#define VECTOR __m512d
#define LOAD(p) _mm512_loadu_pd(p)
#define STORE(p, v) _mm512_storeu_pd(p, v)
#define SPREAD(x) _mm512_set1_pd(x)
#define SUBTRACT(a, b) _mm512_sub_pd(a, b)
#define ADD(a, b) _mm512_add_pd(a, b)
#define MULTIPLY(a, b) _mm512_mul_pd(a, b)
#define DIVIDE(a, b) _mm512_div_pd(a, b)
#define FUSED(a, b, c) _mm512_fmadd_pd(a, b, c)
#define SMALLER(a, b) _mm512_min_pd(a, b)
#define ROOT(a) _mm512_sqrt_pd(a)
#define LOWEST(a) _mm512_reduce_min_pd(a)
#define EQUAL(a, b) ((unsigned)_mm512_cmp_pd_mask(a, b, _CMP_EQ_OQ))
#define WHERE_EQUAL(a, b, yes, no) _mm512_mask_blend_pd(_mm512_cmp_pd_mask(a, b, _CMP_EQ_OQ), no, yes)
#define NARROW_WIDTH 16
#define NARROW __m512
#define NARROW_LOAD(p) _mm512_loadu_ps(p)
#define NARROW_STORE(p, v) _mm512_storeu_ps(p, v)
#define NARROW_SPREAD(x) _mm512_set1_ps(x)
#define NARROW_SUBTRACT(a, b) _mm512_sub_ps(a, b)
#define NARROW_MULTIPLY(a, b) _mm512_mul_ps(a, b)
#define NARROW_FUSED(a, b, c) _mm512_fmadd_ps(a, b, c)
#define NARROW_SMALLER(a, b) _mm512_min_ps(a, b)
#define NARROW_LOWEST(a) _mm512_reduce_min_ps(a)
#define NARROW_EQUAL(a, b) ((unsigned)_mm512_cmp_ps_mask(a, b, _CMP_EQ_OQ))
#define NARROW_WHERE_EQUAL(a, b, yes, no) _mm512_mask_blend_ps(_mm512_cmp_ps_mask(a, b, _CMP_EQ_OQ), no, yes)
#include "kernels-of-a-kind.h"

#endif

int ck_kinds(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
    return __builtin_cpu_supports("avx512f") ? 3 : 2;
  }
#endif
  return 1;
}

const ck_kernels *ck_kernels_of_kind(int kind) {
#if defined(__x86_64__)
  if (kind == 2) return &kernels_avx512;
  if (kind == 1) return &kernels_avx2;
#endif
  return &kernels_plain;
}
