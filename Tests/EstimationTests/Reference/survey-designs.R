# Reference numbers for EstimationTests/SurveyDesignTests.swift, by R's survey package (version 4.1-1 or later).
# Run: Rscript survey-designs.R > survey-designs.csv
#
# Thirty rows made by arithmetic, seen as samples of several kinds.
suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "remove")

i <- 1:30
table <- data.frame(
  y = (7 * i) %% 11 + i / 10, x = (5 * i) %% 13 + 3,
  stratum = (i - 1) %/% 10, stratum_size = c(40, 60, 25)[(i - 1) %/% 10 + 1],
  cluster = (i - 1) %/% 3, clusters = 50, rows = 4 + 3 * (((i - 1) %/% 3) %% 4), row = i,
  a = factor(i %% 3), b = factor(as.integer((i * i) %% 5 < 2)), population = 120, even = i %% 2 == 0)

cat("design,estimator,estimate,error,design_effect\n")
show <- function(design, estimator, e, deff = TRUE) {
  effect <- if (deff) sprintf("%.12f", as.vector(survey::deff(e))) else ""
  cat(sprintf("%s,%s,%.12f,%.12f,%s\n", design, estimator, coef(e), SE(e), effect))
}
all <- function(name, d) {
  show(name, "mean", svymean(~y, d, deff = TRUE))
  show(name, "mean with replacement", svymean(~y, d, deff = "replace"))
  show(name, "total", svytotal(~y, d, deff = TRUE))
  show(name, "ratio", svyratio(~y, ~x, d), FALSE)
  show(name, "domain mean", svymean(~y, subset(d, even), deff = TRUE))
}
srs   <- svydesign(id = ~1, fpc = ~population, data = table)
strat <- svydesign(id = ~1, strata = ~stratum, fpc = ~stratum_size, data = table)
one   <- svydesign(id = ~cluster, fpc = ~clusters, weights = ~I(50 / 10 * rows / 3), data = table)
two   <- svydesign(id = ~cluster + row, fpc = ~clusters + rows, data = table)
free  <- svydesign(id = ~cluster, weights = ~I(50 / 10 * rows / 3), data = table)
all("srs", srs); all("strat", strat); all("one", one); all("two", two); all("free", free)
pa <- data.frame(a = factor(0:2), Freq = c(50, 40, 35)); pb <- data.frame(b = factor(0:1), Freq = c(65, 60))
all("post-stratified", postStratify(strat, ~a, pa))
raked <- rake(strat, list(~a, ~b), list(pa, pb), control = list(maxit = 200, epsilon = 1e-12))
all("raked", raked)
all("calibrated", calibrate(strat, ~a + b, c(`(Intercept)` = 125, a1 = 40, a2 = 35, b1 = 60),
                            calfun = "raking", epsilon = 1e-13, maxit = 100))
for (row in 1:6) cat(sprintf("raked,weight %d,%.12f,,\n", row, weights(raked)[row]))
# A cluster with one row: nothing is seen of its second stage.
lone <- subset(table, !(cluster == 4 & row != 13))
show("lone", "mean", svymean(~y, svydesign(id = ~cluster + row, fpc = ~clusters + rows, data = lone)), FALSE)
