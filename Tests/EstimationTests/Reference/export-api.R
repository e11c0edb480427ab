# Exports samples of Californian schools from R's survey package, and what R says of them, for SurveyParityTests.swift.
# The rows belong to that package and are not committed: `make check-survey` exports them into .build/ and runs the test.
# Run: Rscript export-api.R FOLDER
suppressPackageStartupMessages(library(survey))
folder <- commandArgs(trailingOnly = TRUE)[1]
dir.create(folder, recursive = TRUE, showWarnings = FALSE)
data(api)

columns <- c("api00", "api99", "enroll", "api.stu", "stype", "sch.wide", "pw", "dnum", "snum")
write <- function(name, table, more) {
  write.csv(format(table[, c(columns, more)], digits = 17, trim = TRUE), file.path(folder, paste0(name, ".csv")),
            row.names = FALSE, quote = FALSE)
}
write("apisrs", apisrs, "fpc")
write("apistrat", apistrat, "fpc")
write("apiclus1", apiclus1, "fpc")
write("apiclus2", apiclus2, c("fpc1", "fpc2"))

lines <- "design,estimator,estimate,error,design_effect"
show <- function(design, estimator, e, deff = NA) {
  lines <<- c(lines, sprintf("%s,%s,%.15g,%.15g,%s", design, estimator, coef(e), SE(e),
                             if (is.na(deff)) "" else sprintf("%.15g", deff)))
}
all <- function(name, d) {
  mean <- svymean(~api00, d, deff = TRUE)
  total <- svytotal(~enroll, d, na.rm = TRUE)
  show(name, "mean api00", mean, as.vector(deff(mean)))
  show(name, "total enroll", total)
  show(name, "ratio api.stu enroll", svyratio(~api.stu, ~enroll, d, na.rm = TRUE))
  show(name, "mean api00 of E", svymean(~api00, subset(d, stype == "E")))
}
srs   <- svydesign(id = ~1, weights = ~pw, fpc = ~fpc, data = apisrs)
strat <- svydesign(id = ~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = apistrat)
clus1 <- svydesign(id = ~dnum, weights = ~pw, fpc = ~fpc, data = apiclus1)
types <- data.frame(stype = c("E", "H", "M"), Freq = c(4421, 755, 1018))
wide  <- data.frame(sch.wide = c("No", "Yes"), Freq = c(1072, 5122))
# Raked until nothing moves: by default R stops when no cell moves by more than one.
exact <- list(maxit = 500, epsilon = 1e-10)
for (name in c("srs", "strat", "clus1")) {
  d <- get(name)
  all(name, d)
  if (name != "strat") all(paste(name, "post-stratified"), postStratify(d, ~stype, types))
  all(paste(name, "raked"), rake(d, list(~stype, ~sch.wide), list(types, wide), control = exact))
}
all("clus2 both", svydesign(id = ~dnum + snum, fpc = ~fpc1 + fpc2, data = apiclus2))
all("clus2 first", svydesign(id = ~dnum, weights = ~pw, fpc = ~fpc1, data = apiclus2))
all("clus2 neither", svydesign(id = ~dnum, weights = ~pw, data = apiclus2))
writeLines(lines, file.path(folder, "expected.csv"))
